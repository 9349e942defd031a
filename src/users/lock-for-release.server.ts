import type { Change } from '../events/desk.server.ts'

/**
 * The open tickets of those who leave, or who leave a group. Tickets before people, as assigning does it: in the other order
 * someone who is given a ticket in the very moment of being deactivated would leave both changes waiting for each other.
 */
export async function lockForRelease(change: Change, members: readonly string[]): Promise<void> {
  if (members.length === 0) return
  await change.db
    .selectFrom('ticket')
    .select('number')
    .where('member_id', 'in', members)
    .where('closed_at', 'is', null)
    .orderBy('number')
    .forNoKeyUpdate()
    .execute()
}
