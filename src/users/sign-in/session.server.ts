import { CompiledQuery, type Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { hour } from '../../fields/date-time/spans.ts'
import type { Clock } from '../../server/clock.ts'
import type { Database } from '../../server/db/database.server.ts'
import type { Headers } from '../../server/http/cookie.server.ts'
import { lacksSecondFactor, personColumns, personComingIn, personOf, type PersonRow } from '../person-query.ts'
import { forgets, renewAfterHours, tokenOf, type CookieOptions } from './session-cookie.server.ts'
import { renewSession } from './session.write.server.ts'

/** Whom a session belonged to a moment ago, and whether that is still so. */
export type Presumed = {
  person: Person
  /** Settled before anything that is asked along with it. */
  holds: Promise<boolean>
  along: <Result>(work: () => Result) => Result
}

export type SessionCheck = {
  who: (headers: Headers) => Promise<Person | null>
  /** Null for whom this process does not remember. */
  presumed: (headers: Headers) => Promise<Presumed | null>
}

type Row = PersonRow & { updated_at: Date; lacks_second_factor: boolean }

/** So many of those who came last are remembered, and nobody about whom there is more to say: 16 MB at the most. */
const mostRemembered = 2_000
const mostTold = 8_000

/**
 * Who is it? Asked on every request, so: the cookie's signature first, then one statement that the server has prepared.
 * Nothing is believed: who was deactivated a moment ago is nobody now. Whom a session belonged to last is remembered only so
 * that what they ask can go to the database in one piece with that statement, instead of waiting for its answer.
 */
export function openSessionCheck(database: Database<Tables>, clock: Clock, cookie: CookieOptions): SessionCheck {
  const last = new Map<string, { person: Person; told: string }>()
  const question = (token: string, now: Date) => ({ name: 'who-is-it', text: bySession, values: [token, now] })

  function known(
    headers: Headers,
    token: string,
    now: Date,
    row: Row | undefined,
  ): { person: Person; told: string } | null {
    const before = last.get(token)
    last.delete(token)
    if (!row) return null
    const { updated_at, ...rest } = row
    const age = now.getTime() - updated_at.getTime()
    if (age > renewAfterHours * hour && !forgets(headers, cookie.secure)) void renewSession(database, token, now)
    const told = JSON.stringify(rest)
    const who = before?.told === told ? before : { person: personComingIn(row), told }
    if (told.length <= mostTold) last.set(token, who)
    if (last.size > mostRemembered) last.delete(last.keys().next().value!)
    return who
  }

  return {
    async who(headers) {
      const token = tokenOf(headers, cookie)
      if (!token) return null
      const now = clock.now()
      const { rows } = await database.pool.query<Row>(question(token, now))
      return known(headers, token, now, rows[0])?.person ?? null
    },
    async presumed(headers) {
      const token = tokenOf(headers, cookie)
      const was = token && last.get(token)
      if (!was) return null
      const now = clock.now()
      const { answer, followedBy } = await database.ahead<Row>(question(token, now))
      const holds = answer.then(([row]) => known(headers, token, now, row)?.told === was.told)
      holds.catch(() => {})
      return { person: was.person, holds, along: followedBy }
    },
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
