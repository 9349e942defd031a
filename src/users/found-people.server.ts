import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Permission } from '../permissions/permissions.ts'
import { addressesIn, questionFor } from './people-words.ts'

/** More than these, and the first page comes sooner by reading along the names. */
const few = 10_000

type Condition = RawBuilder<boolean>

/** Who has every word of the search, each by its beginning. An address that somebody has is that somebody alone. */
export async function matching(db: Kysely<Tables>, search: string): Promise<Condition> {
  const addresses = addressesIn(search)
  const theirs = await havingOneOf(db, addresses)
  if (theirs.length > 0) return sql<boolean>`users.id = any (${theirs}::uuid[])`
  const question = questionFor(search)
  if (question === null) return sql<boolean>`false`
  const words = sql<boolean>`users.words @@ to_tsquery('simple', ${question})`
  const matches = addresses.reduce((so, address) => sql<boolean>`${so} and starts_with(users.email, ${address})`, words)
  return theFewOr(db, sql`select id from users where ${matches}`, matches)
}

/** Who has every word of the search in their name: whoever may not know an address cannot spell it out by asking. */
export async function named(db: Kysely<Tables>, search: string): Promise<Condition> {
  const question = questionFor(search)
  if (question === null) return sql<boolean>`false`
  const asked = sql`to_tsquery('simple', ${question})`
  // the words of both have an index; those of the name are looked at where that found somebody
  const matches = sql<boolean>`users.words @@ ${asked} and people_words(users.name, '') @@ ${asked}`
  return theFewOr(db, sql`select id from users where ${matches}`, matches)
}

async function havingOneOf(db: Kysely<Tables>, addresses: string[]): Promise<string[]> {
  if (addresses.length === 0) return []
  const some = await db.selectFrom('users').select('id').where('email', 'in', addresses).execute()
  return some.map(({ id }) => id)
}

/** The keys of the roles that give a right. */
export async function rolesGiving(db: Kysely<Tables>, permission: Permission): Promise<string[]> {
  const given = sql<boolean>`${permission} = any (permissions)`
  return (await db.selectFrom('role').select('key').where(given).execute()).map(({ key }) => key)
}

/** Who holds one of some roles, by themselves or by a group. */
export async function holding(db: Kysely<Tables>, roles: readonly string[]): Promise<Condition> {
  const own = sql`select user_role.user_id from user_role where user_role.role_key = any (${roles}::text[])`
  const byGroup = sql`
    select group_member.user_id
    from group_member join group_role on group_role.group_id = group_member.group_id
    where group_role.role_key = any (${roles}::text[])`
  return theFewOr(
    db,
    sql`${own} union all ${byGroup}`,
    sql<boolean>`(users.id in (${own}) or users.id in (${byGroup}))`,
  )
}

/** Who is in a group: few enough to be read whole. */
export async function membersOf(db: Kysely<Tables>, group: string): Promise<Condition> {
  const members = sql`select user_id from group_member where group_id = ${group}`
  return theFewOr(db, members, sql<boolean>`users.id in (${members})`)
}

const anInvitation: Condition = sql`exists (
  select from verification where value = users.id::text and identifier like 'invitation:%'
)`

/** Who was invited and has not come yet. Where they are many, each name that is read is looked up by itself. */
export async function invitedOnes(db: Kysely<Tables>): Promise<Condition> {
  return theFewOr(db, sql`select value::uuid from verification where identifier like 'invitation:%'`, anInvitation)
}

/** Nearly everybody: looked up for each name that is read. */
export const notInvited: Condition = sql`not ${anInvitation}`

/**
 * The planner cannot know how many it will be, and reads along the names for the first fifty: where there were two among
 * 100,000 that took 0.4 s, where there was nobody 1.7 s, and 0.1 s for thousands whose names stand last. So they are counted
 * first, as far as it matters, and then found by their own index.
 */
async function theFewOr(db: Kysely<Tables>, found: RawBuilder<unknown>, condition: Condition): Promise<Condition> {
  const { rows } = await sql<{ counted: number }>`
    select count(*)::int as counted from (select from (${found}) as found limit ${few + 1}) as first_ones`.execute(db)
  return rows[0]!.counted > few ? condition : sql<boolean>`users.id = any (array(${found}))`
}
