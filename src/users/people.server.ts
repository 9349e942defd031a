import { CompiledQuery, type Kysely } from 'kysely'
import type { Person } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
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
