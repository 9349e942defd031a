import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { Change } from '../events/desk.server.ts'
import { changeTicket } from './change-ticket.server.ts'
import { followUps } from './follow-ups.ts'
import { duplicatesOf } from './lock-family.server.ts'

/** It ends, and those that hang on it and were shown no answer are shown none any more: each customer hears of it there. */
export async function endForDuplicates(change: Change, { number }: Ticket): Promise<void> {
  for (const duplicate of await duplicatesOf(change, number))
    if (duplicate.answer_state === null)
      await changeTicket(change, duplicate, followUps.originalEnds, {
        set: { last_public_at: change.at },
        details: { original: number },
      })
}
