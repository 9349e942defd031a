import { bringFollowersBack } from './followers-back.server.ts'
import { lockWithOriginal } from './lock-family.server.ts'
import { actsAsCustomer } from './possible-verbs.ts'
import { stillTheirs } from './still-theirs.server.ts'
import { ticketVerb } from './ticket-verb.server.ts'

/**
 * Something is left after all: the ticket goes back to work; its rating is kept and can be changed after the next closing. The
 * desk takes a mark back with all that it moved; a customer speaks for their own request alone.
 */
export const reopen = ticketVerb(
  'reopen',
  async ({ change, ticket, body }) => {
    const side = actsAsCustomer(change.actor, 'reopen', ticket) ? 'customer' : 'staff'
    if (side === 'staff') await bringFollowersBack(change, ticket)
    return {
      set: { last_public_at: change.at, ...(await stillTheirs(change, ticket)) },
      details: { reason: body.reason, closedAt: ticket.closed_at, ended: ticket.ended, side },
    }
  },
  { lock: lockWithOriginal },
)
