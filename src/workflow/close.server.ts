import { refuseUnfilled } from '../settings/added-fields/custom-values.server.ts'
import { lockFamily } from './lock-family.server.ts'
import { endForDuplicates } from './original-ended.server.ts'
import { withdrawOpenRound } from './withdraw-open-round.server.ts'
import { ticketVerb } from './ticket-verb.server.ts'

/** The desk closes, and says why; the customer reads the reason. */
export const close = ticketVerb(
  'close',
  async ({ change, ticket, body }) => {
    await refuseUnfilled(change.db, ticket.custom)
    await withdrawOpenRound(change, ticket)
    await endForDuplicates(change, ticket)
    return { set: { last_public_at: change.at }, details: { reason: body.reason } }
  },
  { lock: lockFamily },
)
