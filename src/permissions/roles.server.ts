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
      // everybody active who holds it, by themselves or by a group, once
      sql<number>`(
        select count(*)
        from (
          select user_role.user_id from user_role where user_role.role_key = role.key
          union
          select group_member.user_id
          from group_role join group_member on group_member.group_id = group_role.group_id
          where group_role.role_key = role.key
        ) as held
        join users on users.id = held.user_id and users.active
      )`.as('people'),
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
    people: row.people,
    groups: row.groups,
  }))
}

/** With how many hold it, counted as in the list. */
export const oneRole = async (db: Kysely<Tables>, key: string): Promise<Role | undefined> =>
  (await listRoles(db, key))[0]

/** How many active people hold any of these roles, each counted once. */
export async function countHolders(db: Kysely<Tables>, keys: readonly string[]): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*) as people
    from (
      select user_id from user_role where role_key = any (${[...keys]}::text[])
      union
      select group_member.user_id
      from group_role join group_member on group_member.group_id = group_role.group_id
      where group_role.role_key = any (${[...keys]}::text[])
    ) as held
    join users on users.id = held.user_id and users.active`.execute(db)
  return rows[0]!.people
}
