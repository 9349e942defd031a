import { answerNamed } from '../../workflow/what-it-was-about.ts'
import { interaction, type Scene } from '../interaction.ts'
import { files, text, ticketNumber } from '../raw.ts'

/** The original's solution went out, and each duplicate's customer gets it too: the solution alone, of nobody by name. */
export const tellCustomerOfSharedSolution = interaction({
  name: 'tell-customer-of-shared-solution',
  // a ticket may be joined with one that was answered already
  on: ['originalAnswered', 'ticketMarkedDuplicate', 'duplicateMoved'],
  to: async (scene, ask) => {
    const answer = answerIn(scene)
    if (!answer || !(await ask.sharedAnswer(answer.original, answer.round))) return []
    const state = scene.event.after['answer_state'] ?? scene.ticket.answer_state
    return [ask.customer(state === 'shown' ? 'noConfirm' : undefined)]
  },
  say: async (scene, ask) => {
    const { original, round } = answerIn(scene)!
    return {
      number: ticketNumber(scene.ticket.number),
      original: ticketNumber(original),
      title: text(scene.ticket.title),
      solution: text(await ask.sharedAnswer(original, round)),
      files: files(await ask.files(`solution:${round}`, original)),
    }
  },
  about: (scene) => {
    const { original, round } = answerIn(scene)!
    return answerNamed(original, round)
  },
  by: ['in-app', 'email'],
  comesBack: true,
})

/**
 * An event names the columns that changed: a next round of the same original the round alone, another's same round the original
 * alone. Which original it was, its details say; the ticket may show another's by now.
 */
function answerIn({ event, ticket }: Scene): { original: number; round: number } | null {
  const { after } = event
  const changed = (column: string): boolean => Object.hasOwn(after, column)
  if (!changed('answer_ticket') && !changed('answer_round')) return null
  const original = (event.details['original'] ?? after['answer_ticket'] ?? ticket.answer_ticket) as number
  const round = (changed('answer_round') ? after['answer_round'] : ticket.answer_round) as number | null
  return round ? { original, round } : null
}
