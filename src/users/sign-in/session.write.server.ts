import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { hour } from '../../fields/date-time/spans.ts'
import type { Database } from '../../server/db/database.server.ts'
import { newId } from '../../server/ids.server.ts'
import { renewAfterHours, sessionDays } from './session-cookie.server.ts'

/** When a session ends whose person was here at this moment. */
export const expiryOf = (at: Date): Date => new Date(at.getTime() + sessionDays * 24 * hour)

/** Signs someone in who proved who they are by other means than a password. Returns the session's token. */
export async function startSession(
  db: Kysely<Tables>,
  session: { user: string; at: Date; network: string; userAgent: string; awaitsCode?: boolean },
): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await db
    .insertInto('session')
    .values({
      id: newId(),
      user_id: session.user,
      token,
      expires_at: expiryOf(session.at),
      ip_address: session.network,
      user_agent: session.userAgent.slice(0, 500),
      awaits_code: session.awaitsCode ?? false,
      created_at: session.at,
      updated_at: session.at,
    })
    .execute()
  return token
}

/** All of a person’s: they are out with their next request. */
export async function endSessions(db: Kysely<Tables>, user: string): Promise<void> {
  await db.deleteFrom('session').where('user_id', '=', user).execute()
}

/** The code came: half a session becomes a whole one. */
export async function openWhole(db: Kysely<Tables>, token: string, at: Date): Promise<void> {
  await db.updateTable('session').set({ awaits_code: false, updated_at: at }).where('token', '=', token).execute()
}

/** Null as the session ends them all. */
export async function endOtherSessions(db: Kysely<Tables>, user: string, token: string | null): Promise<void> {
  await db
    .deleteFrom('session')
    .where('user_id', '=', user)
    .where('token', '<>', token ?? '')
    .execute()
}

/** One that was opened a moment ago and is not handed out. */
export async function takeBackSession(db: Kysely<Tables>, token: string): Promise<void> {
  await db.deleteFrom('session').where('token', '=', token).execute()
}

/** False where the person has no such session. */
export async function endOneSession(db: Kysely<Tables>, user: string, id: string): Promise<boolean> {
  const ended = await db
    .deleteFrom('session')
    .where('user_id', '=', user)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

/** Not waited for: a session that is not renewed now is renewed by the next request. */
export async function renewSession(database: Database<Tables>, token: string, now: Date): Promise<void> {
  try {
    await database.primary
      .updateTable('session')
      .set({ expires_at: expiryOf(now), updated_at: now })
      .where('token', '=', token)
      .where('updated_at', '<', new Date(now.getTime() - renewAfterHours * hour))
      .execute()
  } catch {
    // the database is away: the request itself says so
  }
}
