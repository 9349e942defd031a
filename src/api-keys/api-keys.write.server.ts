import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { minute } from '../fields/date-time/spans.ts'
import type { Database } from '../server/db/database.server.ts'
import { newId } from '../server/ids.server.ts'
import { beginningOf, hashOf, newKey } from './key.server.ts'

export type NewKey = {
  user: string
  name: string
  scopes: readonly string[]
  by: string
  at: Date
  expiresAt: Date | null
}

/** The key itself is returned here and kept nowhere. */
export async function addKey(db: Kysely<Tables>, made: NewKey): Promise<{ id: string; key: string }> {
  const id = newId()
  const key = newKey()
  await db
    .insertInto('api_key')
    .values({
      id,
      user_id: made.user,
      name: made.name,
      beginning: beginningOf(key),
      hash: hashOf(key),
      scopes: [...made.scopes],
      created_by: made.by,
      created_at: made.at,
      expires_at: made.expiresAt,
    })
    .execute()
  return { id, key }
}

/** False where it was revoked before. */
export async function revokeKey(db: Kysely<Tables>, id: string, at: Date): Promise<boolean> {
  const revoked = await db
    .updateTable('api_key')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return revoked !== undefined
}

/** At most once a minute, and nobody waits for it: a program may ask a hundred times a second. */
export function noteUse(
  { primary }: Database<Tables>,
  row: { key: string; last_used_at: Date | null },
  now: Date,
): void {
  if (row.last_used_at && now.getTime() - row.last_used_at.getTime() < minute) return
  primary
    .updateTable('api_key')
    .set({ last_used_at: now })
    .where('id', '=', row.key)
    .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<=', new Date(now.getTime() - minute))]))
    .execute()
    // the next use says it again
    .catch(() => {})
}
