import { sql, type Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { presentText } from '../fields/multilingual-text/multilingual-text.ts'

export type Role = Awaited<ReturnType<typeof listRoles>>[number]

/** The roles, the built-in ones first, each with how many hold it: people by themselves, and groups. */
export async function listRoles(db: Kysely<Tables>, key?: string) {
  const rows = await db
    .selectFrom('role')
    .selectAll()
    .select([
      sql<number>`(select count(*) from user_role where user_role.role_key = role.key)`.as('users'),
      sql<{ id: string; name: string }[]>`(
        select coalesce(
          jsonb_agg(jsonb_build_object('id', user_group.id, 'name', user_group.name) order by user_group.name),
          '[]'
        )
        from group_role join user_group on user_group.id = group_role.group_id
        where group_role.role_key = role.key
      )`.as('groups'),
    ])
    .$if(key !== undefined, (query) => query.where('key', '=', key!))
    .orderBy('built_in', 'desc')
    .orderBy('key')
    .execute()
  return rows.map((row) => ({
    key: row.key,
    name: row.name && presentText(row.name),
    permissions: row.permissions,
    builtIn: row.built_in,
    customised: row.customised,
    requiresSecondFactor: row.requires_second_factor,
    users: row.users,
    groups: row.groups,
  }))
}

export const oneRole = async (db: Kysely<Tables>, key: string): Promise<Role | undefined> =>
  (await listRoles(db, key))[0]
