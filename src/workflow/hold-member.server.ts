import type { Change } from '../events/desk.server.ts'

/**
 * Whether someone is active and a member of the group. What says so is held until the change ends: whoever deactivates them,
 * or takes them out of the group, waits, and then releases what they were given here.
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
  return found !== undefined
}

/** The same of someone who needs no group for it, as the desk. */
export async function holdActive(change: Change, person: string): Promise<boolean> {
  const found = await change.db
    .selectFrom('users')
    .select('id')
    .where('id', '=', person)
    .where('active', '=', true)
    .forShare()
    .executeTakeFirst()
  return found !== undefined
}
