import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { Change } from '../events/desk.server.ts'
import type { Happened } from '../events/happened.ts'
import { changeTicket } from './change-ticket.server.ts'
import { followUps } from './follow-ups.ts'
import { duplicatesOf } from './lock-family.server.ts'
import { takeAnswerBackFrom } from './shared-answer.server.ts'

/**
 * The mark is taken back: what had moved along with the ticket hangs on it again, and is shown nothing more of the answer of the
 * original that was not theirs. A yes that was said to it stands.
 */
export async function bringFollowersBack(change: Change, ticket: Ticket): Promise<void> {
  const root = ticket.duplicate_of
  if (root === null) return
  const numbers = await movedAlongWith(change, ticket.number, root)
  if (numbers.size === 0) return
  const followers = async () => (await duplicatesOf(change, root)).filter(({ number }) => numbers.has(number))
  for (const follower of await followers())
    if (follower.answer_ticket !== ticket.number) await takeAnswerBackFrom(change, follower)
  for (const follower of await followers())
    await changeTicket(change, follower, followUps.followAgain, {
      set: { duplicate_of: ticket.number },
      details: { original: ticket.number, from: root },
    })
}

/** Of those that hang on the root, whoever came there with this ticket, whatever further roots lay between. */
async function movedAlongWith({ db }: Change, number: number, root: number): Promise<Set<number>> {
  const events = await db
    .selectFrom('ticket_event')
    .select(['ticket_number', 'happened', 'details'])
    .where('ticket_number', 'in', (eb) => eb.selectFrom('ticket').select('number').where('duplicate_of', '=', root))
    .where('happened', 'in', ['ticketMarkedDuplicate', 'duplicateMoved', 'duplicateReturned'] satisfies Happened[])
    .orderBy('ticket_number')
    .orderBy('seq')
    .execute()
  const left = new Map<number, number[]>()
  for (const { ticket_number: follower, happened, details } of events) {
    const { original, from } = details as { original: number; from: number }
    const before = left.get(follower) ?? []
    if (happened === 'ticketMarkedDuplicate') left.set(follower, [])
    else if (happened === 'duplicateMoved') left.set(follower, [...before, from])
    else left.set(follower, before.slice(0, before.indexOf(original)))
  }
  return new Set([...left].filter(([, originals]) => originals.includes(number)).map(([follower]) => follower))
}
