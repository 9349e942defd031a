import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { questionFor } from './people-words.ts'

/** More than these, and the first page comes sooner by reading along the names. */
const few = 2_000

type Condition = RawBuilder<boolean>

/** Who has every word of the search, each by its beginning. */
export async function matching(db: Kysely<Tables>, search: string): Promise<Condition> {
  const question = questionFor(search)
  if (question === null) return sql<boolean>`false`
  const matches = sql<boolean>`users.words @@ to_tsquery('simple', ${question})`
  const { rows } = await sql<{ id: string }>`select id from users where ${matches} limit ${few + 1}`.execute(db)
  return theFewOr(rows, matches)
}

/** Who holds a role, by themselves or by a group. */
export async function holding(db: Kysely<Tables>, role: string): Promise<Condition> {
  const own = sql`select user_role.user_id from user_role where user_role.role_key = ${role}`
  const byGroup = sql`
    select group_member.user_id
    from group_member join group_role on group_role.group_id = group_member.group_id
    where group_role.role_key = ${role}`
  const { rows } = await sql<{ id: string }>`
    select user_id as id from (${own} union all ${byGroup}) as holders limit ${few + 1}`.execute(db)
  return theFewOr(rows, sql<boolean>`(users.id in (${own}) or users.id in (${byGroup}))`)
}

/** Who is in a group: few enough to be read whole. */
export async function membersOf(db: Kysely<Tables>, group: string): Promise<Condition> {
  const members = sql`select user_id from group_member where group_id = ${group}`
  const { rows } = await sql<{
    id: string
  }>`select user_id as id from (${members}) as members limit ${few + 1}`.execute(db)
  return theFewOr(rows, sql<boolean>`users.id in (${members})`)
}

/** Who was invited and has not come yet. Where they are many, each name that is read is looked up by itself. */
export async function invitedOnes(db: Kysely<Tables>): Promise<Condition> {
  const { rows } = await sql<{ id: string }>`
    select value as id from verification where identifier like 'invitation:%' limit ${few + 1}`.execute(db)
  return theFewOr(
    rows,
    sql<boolean>`exists (
      select from verification where value = users.id::text and identifier like 'invitation:%'
    )`,
  )
}

/**
 * The planner cannot know how many it will be, and reads along the names for the first fifty: where there were two among
 * 100,000 that took 0.4 s, where there was nobody 1.7 s. So the few are found first, by their own index.
 */
const theFewOr = (found: readonly { id: string }[], condition: Condition): Condition =>
  found.length > few ? condition : sql<boolean>`users.id = any (${found.map(({ id }) => id)}::uuid[])`
