import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { questionFor } from './people-words.ts'

export type UserFilter = {
  search?: string
  role?: string
  active?: boolean
  organisation?: string
  /** The last one of the page before. */
  after?: string
  limit: number
  /** Only members of groups: whom the desk may assign to. */
  membersOnly: boolean
}

/** People by name, a page at a time. One more than asked: whether there is a next page costs no count. */
export async function listUsers(db: Kysely<Tables>, filter: UserFilter) {
  const search = filter.search === undefined ? undefined : await searchFor(db, filter.search)
  return columns(db)
    .$if(search !== undefined, (query) => query.where(search!))
    .$if(filter.organisation !== undefined, (query) => query.where('organisation_id', '=', filter.organisation!))
    .$if(filter.role !== undefined, (query) => query.where(holdsRole(filter.role!)))
    .$if(filter.active !== undefined, (query) => query.where('active', '=', filter.active!))
    .$if(filter.membersOnly, (query) =>
      query
        .where('active', '=', true)
        .where(sql<boolean>`exists (select from group_member where group_member.user_id = users.id)`),
    )
    .$if(filter.after !== undefined, (query) =>
      query.where(
        sql<boolean>`(lower(users.name), users.id) > (
          select lower(last.name), last.id from users as last where last.id = ${filter.after}
        )`,
      ),
    )
    .orderBy(sql`lower(users.name)`)
    .orderBy('id')
    .limit(filter.limit + 1)
    .execute()
}

export async function oneUser(db: Kysely<Tables>, id: string) {
  return columns(db).where('id', '=', id).executeTakeFirst()
}

function columns(db: Kysely<Tables>) {
  return db.selectFrom('users').select([
    'id',
    'name',
    'email',
    'language',
    'time_zone as timeZone',
    'active',
    'created_at as createdAt',
    'preferences',
    'service',
    'erased_at as erasedAt',
    sql<string[]>`array(
      select role_key from user_role where user_role.user_id = users.id order by role_key
    )`.as('roles'),
    sql<{ id: string; name: string }[]>`(
      select coalesce(jsonb_agg(jsonb_build_object('id', user_group.id, 'name', user_group.name) order by user_group.name), '[]')
      from group_member join user_group on user_group.id = group_member.group_id
      where group_member.user_id = users.id
    )`.as('groups'),
    sql<{ id: string; name: string } | null>`(
      select jsonb_build_object('id', organisation.id, 'name', organisation.name)
      from organisation where organisation.id = users.organisation_id
    )`.as('organisation'),
    sql<boolean>`exists (
      select from second_factor where second_factor.user_id = users.id and second_factor.confirmed_at is not null
    )`.as('secondFactor'),
  ])
}

/** By a role of their own or of one of their groups. */
const holdsRole = (role: string) => sql<boolean>`users.id in (
  select user_role.user_id from user_role where user_role.role_key = ${role}
  union all
  select group_member.user_id
  from group_member join group_role on group_role.group_id = group_member.group_id
  where group_role.role_key = ${role}
)`

/** More found than this, and the first page comes sooner by reading along the names. */
const few = 2_000

/**
 * The planner cannot know how many a beginning of a word will find, and guesses at half a percent: nobody at all then took
 * 1.7 s among 100,000, reading along the names for fifty of them. So the few are found first, by the index of words.
 */
async function searchFor(db: Kysely<Tables>, search: string): Promise<RawBuilder<boolean>> {
  const question = questionFor(search)
  if (question === null) return sql<boolean>`false`
  const matches = sql<boolean>`users.words @@ to_tsquery('simple', ${question})`
  const found = await db
    .selectFrom('users')
    .select('id')
    .where(matches)
    .limit(few + 1)
    .execute()
  return found.length > few ? matches : sql<boolean>`users.id = any (${found.map(({ id }) => id)}::uuid[])`
}

export type User = NonNullable<Awaited<ReturnType<typeof oneUser>>>
