import { system } from '../entities/person/actor.ts'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import { lockTicket } from '../entities/ticket/ticket.write.server.ts'
import type { Change, Desk } from '../events/desk.server.ts'
import { hour } from '../fields/date-time/spans.ts'
import { changeTicket } from './change-ticket.server.ts'
import { followUps } from './follow-ups.ts'
import { transitions } from './transitions.ts'
import { mailIsReadUntil, mailWaits } from './unread-mail.server.ts'

/**
 * Does what has fallen due: the reminder of an offered solution, then closing by silence. Each ticket is a change of its
 * own, looked at again under its lock, so that two workers at once do it once. Returns how many were done.
 */
export async function fallDue(desk: Desk, atMost = 500): Promise<number> {
  const readUntil = await mailIsReadUntil(desk.read())
  const due = await desk
    .read()
    .selectFrom('ticket')
    .select('number')
    .where('due_at', '<=', desk.clock.now())
    // those that a mailbox holds back must not stand before the reminders
    .$if(readUntil !== null, (query) =>
      query.where((eb) => eb.or([eb('due', '=', 'remind'), eb('due_at', '<=', readUntil)])),
    )
    .orderBy('due_at')
    .execute()
  let done = 0
  const failures: unknown[] = []
  for (const { number } of due) {
    // those that a mail holds back do not count: however many they are, they stand in nobody's way
    if (done + failures.length >= atMost) break
    try {
      if (await fallDueOne(desk, number, readUntil)) done++
    } catch (error) {
      // one ticket that cannot be closed must not keep all that fall due after it from closing
      failures.push(error)
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${due.length} tickets could not fall due`)
  return done
}

async function fallDueOne(desk: Desk, number: number, readUntil: Date | null): Promise<boolean> {
  return desk.change(system, async (change) => {
    const ticket = await lockTicket(change.db, number)
    if (!ticket?.due_at || ticket.due_at > change.at || ticket.status !== 'responded') return false
    if (ticket.due !== 'remind' && readUntil && ticket.due_at > readUntil) return false
    if (await mailWaits(change, ticket)) return false
    if (ticket.due === 'remind') await remind(change, ticket)
    else {
      const details = { offeredAt: ticket.offered_at, ...spoken(ticket) }
      await changeTicket(change, ticket, transitions['close-by-silence'], { details })
    }
    return true
  })
}

/** Whoever asked after the offer, and was answered, was heard: they are silent since staff wrote last. */
const spoken = ({ offered_at: offered, last_public_at: last }: Ticket) =>
  offered && last > offered ? { spokeAt: last } : {}

/**
 * Halfway is past; as long as it took until here, it takes until the closing. So the offer, or staff's last message, keeps
 * the length of silence that stood in the settings when it went out. A reminder that nobody was there to send in time counts
 * the second half from now: else it would name a day that is past, and the closing would follow it within the minute.
 */
async function remind(change: Change, ticket: Ticket): Promise<void> {
  const halfway = ticket.due_at!.getTime()
  const half = halfway - ticket.last_public_at.getTime()
  const isLate = change.at.getTime() - halfway > hour
  const closesOn = new Date((isLate ? change.at.getTime() : halfway) + half)
  await changeTicket(change, ticket, followUps.remind, {
    set: { due: 'closeBySilence', due_at: closesOn },
    // which answer it was: by the time the customer is told, another may be in review
    details: { closesOn, round: ticket.solution_round, ...spoken(ticket) },
  })
}
