import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { Change } from '../events/desk.server.ts'
import { changeTicket } from './change-ticket.server.ts'
import { followUps } from './follow-ups.ts'
import { duplicatesOf } from './lock-family.server.ts'

/** The original ended. Its duplicates that were shown no answer will get none: each one's customer is told on their own ticket. */
export async function endForDuplicates(change: Change, { number }: Ticket): Promise<void> {
  for (const duplicate of await duplicatesOf(change, number))
    if (duplicate.answer_state === null)
      await changeTicket(change, duplicate, followUps.originalEnds, {
        set: { last_public_at: change.at },
        details: { original: number },
      })
}
