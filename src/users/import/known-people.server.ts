import { sql, type Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { nameLine } from '../../fields/one-line.ts'
import { rolesByName } from '../../permissions/role-name.server.ts'
import { governed } from '../administrators.server.ts'
import type { ImportRow } from './import-row.ts'
import type { Known, KnownPerson } from './plan-import.ts'

/** Everything that a plan asks of what is here, in a handful of statements however long the file is. */
export async function knownFor(db: Kysely<Tables>, importer: Person, rows: readonly ImportRow[]): Promise<Known> {
  const people = await peopleBy(
    db,
    rows.map(({ said }) => said.email).filter((email) => email !== undefined),
  )
  const roles = await db.selectFrom('role').select(['key', 'name']).execute()
  const groups = await db.selectFrom('user_group').select(['id', 'name']).execute()
  const organisations = await organisationsBy(
    db,
    rows.map(({ said }) => said.organisation).filter((name) => name !== undefined),
  )
  return {
    people,
    roles: new Set(roles.map(({ key }) => key)),
    called: rolesByName(roles),
    groups: byName(groups),
    organisations,
    joins: importer.permissions.has('group.manage'),
    beyond: importer.permissions.has('role.manage')
      ? { roles: new Set(), groups: new Set(), people: new Set() }
      : await governed(db),
  }
}

const byName = (rows: readonly { id: string; name: string }[]): Map<string, string> =>
  new Map(rows.map(({ id, name }) => [nameLine(name).toLowerCase(), id]))

async function peopleBy(db: Kysely<Tables>, emails: string[]): Promise<Map<string, KnownPerson>> {
  const { rows } = await sql<KnownPerson & { email: string }>`
    select users.id, users.email, users.name, users.language, users.time_zone as "timeZone", users.service, users.active,
      users.organisation_id as organisation,
      array(select role_key from user_role where user_role.user_id = users.id) as roles,
      array(select group_id::text from group_member where group_member.user_id = users.id) as groups
    from users
    where users.email = any (${emails}::text[])`.execute(db)
  return new Map(rows.map(({ email, ...person }) => [email, person]))
}

/** The database says which names are one, as it also keeps them apart: it and JavaScript write İ small in two ways. */
async function organisationsBy(db: Kysely<Tables>, names: string[]): Promise<Known['organisations']> {
  const { rows } = await sql<{ name: string; key: string; id: string | null }>`
    select given.name, lower(given.name) as key, organisation.id
    from unnest(${[...new Set(names)]}::text[]) as given (name)
    left join organisation on lower(organisation.name) = lower(given.name)`.execute(db)
  return new Map(rows.map(({ name, ...organisation }) => [name, organisation]))
}
