import type { Person } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import type { Clock } from '../server/clock.ts'
import type { Database } from '../server/db/database.server.ts'
import { lacksSecondFactor, personColumns, personComingIn, type PersonRow } from '../users/person-query.ts'
import type { Headers } from '../server/http/cookie.server.ts'
import { noteUse } from './api-keys.write.server.ts'
import { hashOf, keyIn } from './key.server.ts'

type Row = PersonRow & { lacks_second_factor: boolean; key: string; scopes: string[]; last_used_at: Date | null }

/**
 * Whose key is it? Asked on every request, so one statement that the server has prepared. Null: revoked, over, never given,
 * or of someone who was deactivated.
 */
export function openKeyCheck(database: Database<Tables>, clock: Clock) {
  return async (headers: Headers): Promise<Person | null> => {
    const key = keyIn(headers)
    if (!key) return null
    const now = clock.now()
    const { rows } = await database.pool.query<Row>({ name: 'whose-key', text: byKey, values: [hashOf(key), now] })
    const row = rows[0]
    if (!row) return null
    noteUse(database, row, now)
    return withScopes(personComingIn(row), row)
  }
}

/** Never more than its person may at this moment, whatever it was given. */
function withScopes(person: Person, { key, scopes }: Row): Person {
  const permissions = new Set(scopes.filter((scope) => person.permissions.has(scope)))
  return { ...person, permissions, key }
}

const byKey = `
  select ${personColumns}, ${lacksSecondFactor}, api_key.id as key, api_key.scopes, api_key.last_used_at
  from api_key join users on users.id = api_key.user_id
  where api_key.hash = $1
    and api_key.revoked_at is null
    and (api_key.expires_at is null or api_key.expires_at > $2)
    and users.active`
