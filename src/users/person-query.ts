import { sql, type RawBuilder } from 'kysely'
import type { Person } from '../entities/person/actor.ts'
import type { Permission } from '../permissions/permissions.ts'
import { defaultSettings } from '../settings/settings.ts'

/** The roles that someone holds: their own and those of their groups. */
const heldRoles = `
      select role_key from user_role where user_role.user_id = users.id
      union all
      select group_role.role_key
      from group_member join group_role on group_role.group_id = group_member.group_id
      where group_member.user_id = users.id`

/** Of a row of users: whether one of these roles gives it. */
export const holdsPermission = (permission: Permission): RawBuilder<boolean> => sql<boolean>`exists (
  select from role where ${permission} = any (role.permissions) and role.key in (${sql.raw(heldRoles)})
)`

/** A person with everything that rules ask of them. Their permissions are those of their own roles and of their groups'. */
export const personColumns = `
  users.id, users.name, users.email,
  coalesce(
    users.language,
    (select value #>> '{}' from setting where key = 'language'),
    '${defaultSettings.language}'
  ) as language,
  coalesce(
    users.time_zone,
    (select value #>> '{}' from setting where key = 'timeZone'),
    '${defaultSettings.timeZone}'
  ) as time_zone,
  coalesce(
    users.preferences ->> 'digits',
    (select value #>> '{}' from setting where key = 'digits')
  ) as digits,
  users.preferences ->> 'calendar' as calendar,
  array(
    select distinct permission
    from role, unnest(role.permissions) as permission
    where role.key in (${heldRoles})
  ) as permissions,
  array(select group_id::text from group_member where group_member.user_id = users.id) as groups,
  case when users.organisation_id is not null and exists (
    select from role where 'ticket.seeOrganisation' = any (role.permissions) and role.key in (${heldRoles})
  ) then array(
    select colleague.id::text from users as colleague where colleague.organisation_id = users.organisation_id
  ) end as colleagues`

/** Asked where someone comes in: whether a role of theirs requires a second factor that is not there. */
export const lacksSecondFactor = `
  (
    exists (select from role where role.requires_second_factor and role.key in (${heldRoles}))
    and not users.service
    and not exists (
      select from second_factor where second_factor.user_id = users.id and second_factor.confirmed_at is not null
    )
  ) as lacks_second_factor`

export type PersonRow = {
  id: string
  name: string
  email: string
  language: string
  time_zone: string
  digits: Person['digits'] | null
  calendar: Person['calendar'] | null
  permissions: string[]
  groups: string[]
  colleagues: string[] | null
}

export const personOf = (row: PersonRow): Person => ({
  kind: 'person',
  id: row.id,
  name: row.name,
  email: row.email,
  language: row.language,
  timeZone: row.time_zone,
  ...(row.digits ? { digits: row.digits } : {}),
  ...(row.calendar ? { calendar: row.calendar } : {}),
  permissions: new Set(row.permissions),
  groups: new Set(row.groups),
  ...(row.colleagues ? { colleagues: new Set(row.colleagues) } : {}),
})

/** Whoever still has to set up their second factor is let in and may do nothing. */
export const personComingIn = (row: PersonRow & { lacks_second_factor: boolean }): Person =>
  row.lacks_second_factor
    ? { ...personOf(row), permissions: new Set(), groups: new Set(), lacksSecondFactor: true }
    : personOf(row)
