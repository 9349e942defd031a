import type { Ticket } from '../entities/tables.ts'
import type { Change } from '../events/desk.server.ts'
import { actsAsCustomer } from './possible-verbs.ts'
import { holdMember } from './hold-member.server.ts'
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

/** Tickets that have ended are not released when their member leaves: who had it may be gone by now. */
async function stillTheirs(change: Change, { group_id, member_id }: Ticket): Promise<Partial<Ticket>> {
  if (member_id === null || (await holdMember(change, member_id, group_id))) return {}
  return { member_id: null }
}
