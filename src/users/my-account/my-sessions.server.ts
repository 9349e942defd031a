import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'

/** Where someone is signed in, the latest first; never the tokens. */
export async function sessionsOf(db: Kysely<Tables>, user: string, token: string | null, now: Date) {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'token', 'created_at', 'updated_at', 'expires_at', 'ip_address', 'user_agent'])
    .where('user_id', '=', user)
    .where('awaits_code', '=', false)
    .where('expires_at', '>', now)
    .orderBy('updated_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    current: row.token === token,
    startedAt: row.created_at.toISOString(),
    seenAt: row.updated_at.toISOString(),
    endsAt: row.expires_at.toISOString(),
    network: row.ip_address,
    browser: row.user_agent,
  }))
}
