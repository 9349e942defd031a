import { sql } from 'kysely'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import { amongStaff } from '../events/among-staff.ts'

/**
 * Since when we have the ball, as its customer sees it: a review that begins, or an answer that is returned, moves
 * `waiting_since`, and is staff's own business. Null where no answer was begun, or they have it; asked beside the row of `ticket`, without a value of
 * its own: the statement of one ticket is put together once.
 */
export const cameToUs = sql<Date | null>`case when ticket.solution_round is not null and ticket.waiting_for not in ('customer', 'nobody') then (
  select at
  from ticket_event as event
  where event.ticket_number = ticket.number
    and event.after ? 'waiting_since'
    and event.happened not in (${sql.join(amongStaff.map((happened) => sql.lit(happened)))})
    and not (event.happened = 'solutionWithdrawn' and event.details @> '{"wasOffered": false}')
  order by event.seq desc
  limit 1
) end`

type Waiting = Pick<Ticket, 'waiting_for' | 'waiting_since'> & { came: Date | null }

/** To the customer, who has a review has the ball. */
export const waitingAsCustomerSees = ({ waiting_for, waiting_since, came }: Waiting) => ({
  for: waiting_for === 'review' ? ('representative' as const) : waiting_for,
  since: (came ?? waiting_since).toISOString(),
})
