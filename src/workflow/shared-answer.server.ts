import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { Change } from '../events/desk.server.ts'
import { changeTicket } from './change-ticket.server.ts'
import { followUps } from './follow-ups.ts'
import { duplicatesOf } from './lock-family.server.ts'
import { noAnswer, type SharedAnswer } from './no-answer.ts'

/** What a ticket that now becomes its duplicate is shown at once: the solution that went out and was not taken back. */
export function answerOf(root: Ticket, duplicate: SharedAnswer): Partial<SharedAnswer> {
  const isOut = root.solution_state === 'offered' || root.solution_state === 'accepted'
  if (!isOut || duplicate.answer_state === 'accepted') return {}
  return shared({ original: root.number, round: root.solution_round! }, root.asks_verdict !== false)
}

/** A round that went out to its own ticket's customer. */
type Out = { original: number; round: number }

const shared = ({ original, round }: Out, asksVerdict: boolean): SharedAnswer => ({
  answer_ticket: original,
  answer_round: round,
  answer_state: asksVerdict ? 'offered' : 'shown',
})

/** A solution that goes out is shown on each duplicate too. Whoever said there that it is solved is not asked again. */
export async function shareAnswer(change: Change, out: Out, asksVerdict: boolean): Promise<void> {
  for (const duplicate of await duplicatesOf(change, out.original))
    if (duplicate.answer_state !== 'accepted')
      await changeTicket(change, duplicate, followUps.showAnswer, {
        set: { ...shared(out, asksVerdict), last_public_at: change.at },
        details: out,
      })
}

/** A solution that is taken back is taken back on each duplicate too; a yes that was said to it stands. */
export async function takeAnswerBack(change: Change, out: Out): Promise<void> {
  for (const duplicate of await duplicatesOf(change, out.original))
    if (duplicate.answer_ticket === out.original) await takeAnswerBackFrom(change, duplicate)
}

export async function takeAnswerBackFrom(change: Change, duplicate: Ticket): Promise<void> {
  if (duplicate.answer_state === null || duplicate.answer_state === 'accepted') return
  await changeTicket(change, duplicate, followUps.takeAnswerBack, {
    set: { ...noAnswer, last_public_at: change.at },
    details: { original: duplicate.answer_ticket, round: duplicate.answer_round },
  })
}
