import { sql } from 'kysely'
import type { Change } from '../events/desk.server.ts'
import { lockForRelease } from '../users/lock-for-release.server.ts'
import { rightsToHold } from '../workflow/can-hold.ts'

export type RoleChange = { key: string; before: readonly string[]; after: readonly string[] }

/**
 * The people whose roles allow less from now on, so that they may hold tickets no longer. They and their tickets are held until
 * the change ends: whoever is given a ticket meanwhile waits, or is waited for. Released is what they lose, once it is written.
 */
export async function holdThoseWhoLose(change: Change, roles: readonly RoleChange[]): Promise<string[]> {
  const losing = roles.filter(({ before, after }) =>
    rightsToHold().some((right) => before.includes(right) && !after.includes(right)),
  )
  if (losing.length === 0) return []
  const people = await peopleOf(
    change,
    losing.map(({ key }) => key),
  )
  await lockForRelease(change, people)
  await sql`select id from users where id = any (${people}::uuid[]) order by id for no key update`.execute(change.db)
  return people
}

async function peopleOf({ db }: Change, roles: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('user_role')
    .select('user_id')
    .where('role_key', 'in', roles)
    .union(
      db
        .selectFrom('group_role')
        .innerJoin('group_member', 'group_member.group_id', 'group_role.group_id')
        .select('group_member.user_id')
        .where('group_role.role_key', 'in', roles),
    )
    .execute()
  return rows.map(({ user_id: id }) => id)
}
