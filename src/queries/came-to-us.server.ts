import { sql } from 'kysely'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import { amongStaff } from '../events/among-staff.ts'

/**
 * Since when we have the ball, as its customer sees it: a review that begins, or an answer that is returned, moves
 * `waiting_since`, and is staff's own business. Null where no answer was begun, or they have it; asked beside the ticket's row.
 */
export const cameToUs = sql<Date | null>`case when solution_round is not null and waiting_for not in ('customer', 'nobody') then (
  select at
  from ticket_event
  where ticket_number = number
    and ticket_event.after ? 'waiting_since'
    and happened <> all (${[...amongStaff]}::text[])
    and not (happened = 'solutionWithdrawn' and details @> '{"wasOffered": false}')
  order by seq desc
  limit 1
) end`

type Waiting = Pick<Ticket, 'waiting_for' | 'waiting_since'>

/** To the customer, who has a review has the ball. */
export const waitingAsCustomerSees = ({ waiting_for, waiting_since }: Waiting, came: Date | null) => ({
  for: waiting_for === 'review' ? ('representative' as const) : waiting_for,
  since: (came ?? waiting_since).toISOString(),
})
