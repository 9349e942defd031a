import { sql, type Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { PlaceByName } from '../fields/page.ts'
import type { Permission } from '../permissions/permissions.ts'
import { holding, invitedOnes, matching, membersOf, notInvited, rolesGiving } from './found-people.server.ts'

export type UserFilter = {
  search?: string
  role?: string
  /** That one of their roles gives. */
  permission?: Permission
  active?: boolean
  organisation?: string
  group?: string
  /** Whether a link with which they choose their first password is on its way to them. */
  invited?: boolean
  /** The last one of the page before. */
  after?: PlaceByName
  limit: number
  /** Only members of groups: whom the desk may assign to. */
  membersOnly: boolean
}

/** People by name, a page at a time. One more than asked: whether there is a next page costs no count. */
export async function listUsers(db: Kysely<Tables>, filter: UserFilter) {
  const search = filter.search === undefined ? undefined : await matching(db, filter.search)
  const role = filter.role === undefined ? undefined : await holding(db, [filter.role])
  const narrowed = [
    ...(filter.permission === undefined ? [] : [await holding(db, await rolesGiving(db, filter.permission))]),
    ...(filter.group === undefined ? [] : [await membersOf(db, filter.group)]),
    ...(filter.invited ? [await invitedOnes(db)] : []),
    ...(filter.invited === false ? [notInvited] : []),
  ]
  return narrowed
    .reduce((query, condition) => query.where(condition), columns(db))
    .$if(search !== undefined, (query) => query.where(search!))
    .$if(filter.organisation !== undefined, (query) => query.where('organisation_id', '=', filter.organisation!))
    .$if(role !== undefined, (query) => query.where(role!))
    .$if(filter.active !== undefined, (query) => query.where('active', '=', filter.active!))
    .$if(filter.membersOnly, (query) =>
      query
        .where('active', '=', true)
        .where(sql<boolean>`exists (select from group_member where group_member.user_id = users.id)`),
    )
    .$if(filter.after !== undefined, (query) =>
      query.where(
        sql<boolean>`(lower(users.name), users.id) > (lower(${filter.after!.name}), ${filter.after!.id}::uuid)`,
      ),
    )
    .orderBy(sql`lower(users.name)`)
    .orderBy('id')
    .limit(filter.limit + 1)
    .execute()
}

/** Anybody, deactivated and erased too; undefined where there is none. */
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
    sql<Date | null>`(
      select max(expires_at) from verification
      where verification.value = users.id::text and verification.identifier like 'invitation:%'
    )`.as('invitedUntil'),
    sql<boolean>`(
      exists (select from account where account.user_id = users.id)
      or exists (select from outside_identity where outside_identity.user_id = users.id)
    )`.as('signsIn'),
    sql<boolean>`exists (
      select from second_factor where second_factor.user_id = users.id and second_factor.confirmed_at is not null
    )`.as('secondFactor'),
  ])
}

export type User = NonNullable<Awaited<ReturnType<typeof oneUser>>>
