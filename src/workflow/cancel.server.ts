import { lockFamily } from './lock-family.server.ts'
import { endForDuplicates } from './original-ended.server.ts'
import { withdrawOpenRound } from './withdraw-open-round.server.ts'
import { ticketVerb } from './ticket-verb.server.ts'

/** The customer no longer needs help. */
export const cancel = ticketVerb(
  'cancel',
  async ({ change, ticket, body }) => {
    await withdrawOpenRound(change, ticket)
    await endForDuplicates(change, ticket)
    return { details: { reason: body.reason } }
  },
  { lock: lockFamily },
)
