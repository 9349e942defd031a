import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { Tables } from '../entities/tables.ts'

/** True when no other active person holds solution.review, by a role of their own or of one of their groups. */
export async function isSoleReviewer(db: Kysely<Tables>, person: string): Promise<boolean> {
  return (await holders(db, 'solution.review')).every((holder) => holder === person)
}

/** The active people who hold a permission. A program is nobody to review a solution, or to sign in and put things right. */
export const holders = (db: Kysely<Tables>, permission: string): Promise<string[]> =>
  holdersAmong(db, permission, sql`users.active and not users.service`)

/** Programs too: whoever has the key of one may what it may. */
export const holdersAndPrograms = (db: Kysely<Tables>, permission: string): Promise<string[]> =>
  holdersAmong(db, permission, sql`users.active`)

/** Those of `who`, a condition on users, who hold a permission by a role of their own or of one of their groups. */
export async function holdersAmong(
  db: Kysely<Tables>,
  permission: string,
  who: RawBuilder<SqlBool>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select users.id
    from users
    where ${who}
      and exists (
        select from role
        where ${permission} = any (role.permissions)
          and (
            exists (select from user_role where user_role.user_id = users.id and user_role.role_key = role.key)
            or exists (
              select from group_role
              join group_member on group_member.group_id = group_role.group_id
              where group_member.user_id = users.id and group_role.role_key = role.key
            )
          )
      )
    order by users.id`.execute(db)
  return rows.map((row) => row.id)
}
