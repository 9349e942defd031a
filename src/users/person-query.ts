import type { Person } from '../entities/person/actor.ts'
import { defaultSettings } from '../settings/settings.ts'

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
  array(
    select distinct permission
    from role, unnest(role.permissions) as permission
    where role.key in (
      select role_key from user_role where user_role.user_id = users.id
      union all
      select group_role.role_key
      from group_member join group_role on group_role.group_id = group_member.group_id
      where group_member.user_id = users.id
    )
  ) as permissions,
  array(select group_id::text from group_member where group_member.user_id = users.id) as groups`

export type PersonRow = {
  id: string
  name: string
  email: string
  language: string
  time_zone: string
  permissions: string[]
  groups: string[]
}

export const personOf = (row: PersonRow): Person => ({
  kind: 'person',
  id: row.id,
  name: row.name,
  email: row.email,
  language: row.language,
  timeZone: row.time_zone,
  permissions: new Set(row.permissions),
  groups: new Set(row.groups),
})
