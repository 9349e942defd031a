import { detail, interaction } from '../interaction.ts'
import { day, text, ticketNumber, type Variables } from '../raw.ts'

/** Halfway to the closing by silence. */
export const remindCustomerOfSolution = interaction({
  name: 'remind-customer-of-solution',
  on: ['solutionReminded'],
  to: (_, ask) => [ask.customer()],
  say: async (scene, ask): Promise<Variables> => {
    const { ticket } = scene
    const round = ticket.solution_round === null ? null : await ask.round(ticket.solution_round)
    return {
      number: ticketNumber(ticket.number),
      title: text(ticket.title),
      solution: text(round?.text),
      offeredOn: day(round?.offeredAt),
      closesOn: day(detail(scene, 'closesOn')),
    }
  },
  by: ['in-app', 'email'],
  spare: true,
})
