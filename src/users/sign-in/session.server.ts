import { CompiledQuery, type Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Clock } from '../../server/clock.ts'
import type { Database } from '../../server/db/database.server.ts'
import { lacksSecondFactor, personColumns, personComingIn, personOf, type PersonRow } from '../person-query.ts'
import { forgets, renewAfterHours, tokenOf, type CookieOptions, type Headers } from './session-cookie.server.ts'
import { renewSession } from './session.write.server.ts'

export type SessionCheck = (headers: Headers) => Promise<Person | null>

/**
 * Who is it? Asked on every request, so: the cookie's signature first, then one statement that the server has prepared.
 * Nothing is cached: who was deactivated a moment ago is nobody now.
 */
export function openSessionCheck(database: Database<Tables>, clock: Clock, cookie: CookieOptions): SessionCheck {
  return async (headers) => {
    const token = tokenOf(headers, cookie)
    if (!token) return null
    const now = clock.now()
    const { rows } = await database.pool.query<PersonRow & { updated_at: Date; lacks_second_factor: boolean }>({
      name: 'who-is-it',
      text: bySession,
      values: [token, now],
    })
    const row = rows[0]
    if (!row) return null
    const age = now.getTime() - row.updated_at.getTime()
    if (age > renewAfterHours * 3_600_000 && !forgets(headers, cookie.secure)) void renewSession(database, token, now)
    return personComingIn(row)
  }
}

/** The same by id: for the worker, which acts for people who are not there. Null for those who are deactivated. */
export async function loadPerson(db: Kysely<Tables>, id: string): Promise<Person | null> {
  const { rows } = await db.executeQuery<PersonRow>(CompiledQuery.raw(byId, [id]))
  return rows[0] ? personOf(rows[0]) : null
}

const bySession = `
  select ${personColumns}, ${lacksSecondFactor}, session.updated_at
  from session join users on users.id = session.user_id
  where session.token = $1 and session.expires_at > $2 and not session.awaits_code and users.active`

const byId = `
  select ${personColumns}
  from users
  where users.id = $1 and users.active`
