import { sql, type Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'

export type UserFilter = {
  search?: string
  role?: string
  active?: boolean
  /** The last one of the page before. */
  after?: string
  limit: number
  /** Only members of groups: whom the desk may assign to. */
  membersOnly: boolean
}

/** People by name, a page at a time. One more than asked: whether there is a next page costs no count. */
export async function listUsers(db: Kysely<Tables>, filter: UserFilter) {
  const begins = filter.search && `${filter.search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return columns(db)
    .$if(begins !== undefined, (query) =>
      query.where((eb) => eb.or([eb(eb.fn('lower', ['name']), 'like', begins!), eb('email', 'like', begins!)])),
    )
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
    sql<string[]>`array(
      select role_key from user_role where user_role.user_id = users.id order by role_key
    )`.as('roles'),
    sql<{ id: string; name: string }[]>`(
      select coalesce(jsonb_agg(jsonb_build_object('id', user_group.id, 'name', user_group.name) order by user_group.name), '[]')
      from group_member join user_group on user_group.id = group_member.group_id
      where group_member.user_id = users.id
    )`.as('groups'),
  ])
}

/** By a role of their own or of one of their groups. */
const holdsRole = (role: string) => sql<boolean>`(
  exists (select from user_role where user_role.user_id = users.id and user_role.role_key = ${role})
  or exists (
    select from group_member join group_role on group_role.group_id = group_member.group_id
    where group_member.user_id = users.id and group_role.role_key = ${role}
  )
)`

export type User = NonNullable<Awaited<ReturnType<typeof oneUser>>>
