import { CompiledQuery, type Kysely } from 'kysely'
import type { Person } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import type { Permission } from '../permissions/permissions.ts'
import { personColumns, personOf, type PersonRow } from './person-query.ts'

/** Several people at once, with the rights that they have now; those who are deactivated are left out. */
export async function loadPeople(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map()
  const { rows } = await db.executeQuery<PersonRow>(CompiledQuery.raw(byIds, [[...new Set(ids)]]))
  return new Map(rows.map((row) => [row.id, personOf(row)]))
}

const byIds = `
  select ${personColumns}
  from users
  where users.id = any ($1::uuid[]) and users.active`

/** Everybody active, no program, who holds a permission by a role of their own or of a group of theirs. */
export async function peopleWith(db: Kysely<Tables>, permission: Permission): Promise<Map<string, Person>> {
  const { rows } = await db.executeQuery<{ id: string }>(CompiledQuery.raw(byPermission, [permission]))
  return loadPeople(
    db,
    rows.map(({ id }) => id),
  )
}

const byPermission = `
  with giving as (select key from role where $1 = any (permissions)), holding as (
    select user_id from user_role where role_key in (select key from giving)
    union
    select group_member.user_id
    from group_role join group_member on group_member.group_id = group_role.group_id
    where group_role.role_key in (select key from giving)
  )
  select users.id
  from holding join users on users.id = holding.user_id
  where users.active and not users.service`
