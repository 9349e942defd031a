import { answerNamed } from '../../workflow/what-it-was-about.ts'
import { detail, interaction } from '../interaction.ts'
import { day, files, text, ticketNumber, until, type Variables } from '../raw.ts'

/** Halfway to the closing by silence. */
export const remindCustomerOfSolution = interaction({
  name: 'remind-customer-of-solution',
  on: ['solutionReminded'],
  to: (scene, ask) => [ask.customer(detail(scene, 'spokeAt') ? 'answered' : undefined)],
  say: async (scene, ask): Promise<Variables> => {
    const { ticket } = scene
    const round = ticket.solution_round === null ? null : await ask.round(ticket.solution_round)
    return {
      number: ticketNumber(ticket.number),
      title: text(ticket.title),
      solution: text(round?.text),
      files: files(await ask.files(`solution:${ticket.solution_round}`)),
      offeredOn: day(round?.offeredAt),
      spokeOn: day(detail(scene, 'spokeAt')),
      closesOn: until(detail(scene, 'closesOn')),
    }
  },
  about: ({ ticket }) =>
    ticket.solution_round === null ? undefined : answerNamed(ticket.number, ticket.solution_round),
  by: ['in-app', 'email'],
  spare: true,
})
