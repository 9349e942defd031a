import { sql, type SqlBool } from 'kysely'
import type { Change } from '../events/desk.server.ts'

/**
 * The open tickets of those who leave, who leave a group, or who may do less. Tickets before people, as assigning does it: in the
 * other order someone who is given a ticket in the very moment of being deactivated would leave both changes waiting for each
 * other.
 */
export async function lockForRelease(change: Change, members: readonly string[]): Promise<void> {
  if (members.length === 0) return
  await change.db
    .selectFrom('ticket')
    .select('number')
    // one value: an import names more people than a statement takes
    .where(sql<SqlBool>`member_id = any (${[...members]}::uuid[])`)
    .where('closed_at', 'is', null)
    .orderBy('number')
    .forNoKeyUpdate()
    .execute()
}
