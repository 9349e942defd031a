import type { Change } from '../events/desk.server.ts'

/**
 * The open tickets of somebody who leaves, or of one group that they leave. Tickets before people, as assigning does it: in the
 * other order someone who is given a ticket in the very moment of being deactivated would leave both changes waiting for each
 * other.
 */
export async function lockForRelease(change: Change, member: string, group?: string): Promise<void> {
  await change.db
    .selectFrom('ticket')
    .select('number')
    .where('member_id', '=', member)
    .where('closed_at', 'is', null)
    .$if(group !== undefined, (query) => query.where('group_id', '=', group!))
    .orderBy('number')
    .forNoKeyUpdate()
    .execute()
}
