import { waitingOf } from '../../workflow/waiting.ts'
import type { TicketCheck } from './whole-ticket.ts'

export const ballFollows: TicketCheck = {
  name: 'who has the ball follows from the row',
  differences({ row }) {
    const waiting = waitingOf(row)
    return row.waiting_for === waiting ? [] : [`T-${row.number} waits for ${row.waiting_for} instead of ${waiting}`]
  },
}
