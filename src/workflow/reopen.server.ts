import { actsAsCustomer } from './possible-verbs.ts'
import { stillTheirs } from './still-theirs.server.ts'
import { ticketVerb } from './ticket-verb.server.ts'

/** Something is left after all: the ticket goes back to work; its rating is kept and can be changed after the next closing. */
export const reopen = ticketVerb('reopen', async ({ change, ticket, body }) => ({
  set: { last_public_at: change.at, ...(await stillTheirs(change, ticket)) },
  details: {
    reason: body.reason,
    closedAt: ticket.closed_at,
    ended: ticket.ended,
    side: actsAsCustomer(change.actor, 'reopen', ticket) ? 'customer' : 'staff',
  },
}))
