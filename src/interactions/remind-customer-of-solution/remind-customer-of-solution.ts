import { answerNamed } from '../../workflow/what-it-was-about.ts'
import { detail, interaction, type Scene } from '../interaction.ts'
import { day, files, text, ticketNumber, until, type Variables } from '../raw.ts'

/** Halfway to the closing by silence. Told late, it says nothing of a ticket that went on meanwhile: nothing closes then. */
export const remindCustomerOfSolution = interaction({
  name: 'remind-customer-of-solution',
  on: ['solutionReminded'],
  to: (scene, ask) => (stillWaits(scene) ? [ask.customer(detail(scene, 'spokeAt') ? 'answered' : undefined)] : []),
  say: async (scene, ask): Promise<Variables> => {
    const { ticket } = scene
    const number = remindedOf(scene)
    const round = number === null ? null : await ask.round(number)
    return {
      number: ticketNumber(ticket.number),
      title: text(ticket.title),
      solution: text(round?.text),
      files: files(await ask.files(`solution:${number}`)),
      offeredOn: day(round?.offeredAt),
      spokeOn: day(detail(scene, 'spokeAt')),
      closesOn: until(detail(scene, 'closesOn')),
    }
  },
  about: (scene) => {
    const round = remindedOf(scene)
    return round === null ? undefined : answerNamed(scene.ticket.number, round)
  },
  by: ['in-app', 'email'],
  spare: true,
})

/** The round that was on offer. Events of before it was recorded name none: theirs is the present one, as long as it still waits. */
const remindedOf = (scene: Scene): number | null => detail(scene, 'round') ?? scene.ticket.solution_round

/** Whether silence still closes it when the reminder says. The present round may be in review, and is nobody's to read then. */
function stillWaits(scene: Scene): boolean {
  const { status, solution_round: round, due_at: due } = scene.ticket
  const closesOn = detail(scene, 'closesOn')
  if (status !== 'responded' || round !== remindedOf(scene) || !due || !closesOn) return false
  return due.getTime() === Date.parse(closesOn)
}
