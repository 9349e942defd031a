import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { Change } from '../events/desk.server.ts'
import { loadPerson } from '../users/sign-in/session.server.ts'
import { canHold, canHoldAsMember } from './can-hold.ts'

/**
 * Whether someone is active, a member of the group, and sees its tickets. What says so is held until the change ends: whoever
 * deactivates them, takes them out of the group, or takes a role from them, waits, and then releases what they were given here.
 */
export async function holdMember(change: Change, member: string, group: string): Promise<boolean> {
  const found = await change.db
    .selectFrom('group_member')
    .innerJoin('users', 'users.id', 'group_member.user_id')
    .select('users.id')
    .where('group_member.group_id', '=', group)
    .where('group_member.user_id', '=', member)
    .where('users.active', '=', true)
    .forShare(['users', 'group_member'])
    .executeTakeFirst()
  const known = found && (await loadPerson(change.db, member))
  return known ? canHoldAsMember(known, group) : false
}

/**
 * The same of someone who needs no group for it, as the desk: who may take any ticket. They are held before their rights are
 * read: whoever takes them out of a group or takes a role from them waits too, and then releases what they may hold no longer.
 */
export async function holdAsDesk(change: Change, person: string, ticket: Ticket): Promise<boolean> {
  const found = await change.db.selectFrom('users').select('id').where('id', '=', person).forShare().executeTakeFirst()
  const known = found && (await loadPerson(change.db, person))
  return known ? canHold(known, { ...ticket, author_id: null }) : false
}
