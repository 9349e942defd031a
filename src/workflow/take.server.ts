import { actorId } from '../entities/person/actor.ts'
import { ticketVerb } from './ticket-verb.server.ts'

/** Someone of the assigned group makes the ticket theirs; the desk may take any that nobody has. */
export const take = ticketVerb('take', async ({ change }) => ({ set: { member_id: actorId(change.actor) } }))
