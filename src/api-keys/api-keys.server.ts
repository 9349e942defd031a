import { sql, type Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'

/**
 * Keys from the newest on: of one person, or everybody's for those who manage them. Those that are revoked or over stand behind
 * all that still open something: these can be revoked here alone, and the list has an end.
 */
export async function listKeys(db: Kysely<Tables>, { user }: { user?: string }) {
  const rows = await keys(db)
    .$if(user !== undefined, (query) => query.where('api_key.user_id', '=', user!))
    .orderBy(sql`api_key.revoked_at is not null or coalesce(api_key.expires_at <= now(), false)`)
    .orderBy('api_key.created_at', 'desc')
    .orderBy('api_key.id')
    .limit(500)
    .execute()
  return rows.map(present)
}

/** Whoever’s it is, revoked or not; undefined where there is none. */
export async function oneKey(db: Kysely<Tables>, id: string) {
  const row = await keys(db).where('api_key.id', '=', id).executeTakeFirst()
  return row && present(row)
}

const keys = (db: Kysely<Tables>) =>
  db
    .selectFrom('api_key')
    .innerJoin('users', 'users.id', 'api_key.user_id')
    .select(['api_key.id', 'api_key.name', 'beginning', 'scopes', 'api_key.created_at', 'expires_at', 'last_used_at'])
    .select(['revoked_at', 'api_key.user_id', 'users.name as user_name', 'users.service'])

type Row = Awaited<ReturnType<ReturnType<typeof keys>['execute']>>[number]

const present = (row: Row) => ({
  id: row.id,
  name: row.name,
  beginning: row.beginning,
  person: { id: row.user_id, name: row.user_name, service: row.service },
  scopes: row.scopes,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at?.toISOString() ?? null,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
})

export type Key = ReturnType<typeof present>
