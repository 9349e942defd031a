import { actorId } from '../entities/person/actor.ts'
import { isOfAssignedGroup } from '../permissions/sight.ts'
import { refuse } from '../server/errors/refusal.ts'
import { holdAsDesk, holdMember } from './hold-member.server.ts'
import { ticketVerb } from './ticket-verb.server.ts'

/** Someone of the assigned group makes the ticket theirs; the desk may take any that nobody has. */
export const take = ticketVerb('take', async ({ change, ticket }) => {
  const member = actorId(change.actor)!
  const asMember = change.actor.kind === 'person' && isOfAssignedGroup(change.actor, ticket)
  // the rights were read before this change began: since then somebody may have left, and their tickets been released
  const holds = asMember ? await holdMember(change, member, ticket.group_id) : await holdAsDesk(change, member, ticket)
  if (!holds) refuse('notAllowed', { variables: { permission: 'ticket.take' } })
  return { set: { member_id: member } }
})
