import type { Change } from '../events/desk.server.ts'
import { releaseTickets } from '../workflow/release.server.ts'

/** Whose tickets go back to their groups; only those of one group where one is named. */
export type Leaving = { member: string; group?: string }

/**
 * Tickets before people, as assigning does it: in the other order someone who is given a ticket in the very moment of being
 * deactivated would leave both changes waiting for each other.
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

export async function release(change: Change, leaving: Leaving): Promise<void> {
  await releaseTickets(change, leaving)
}
