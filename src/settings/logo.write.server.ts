import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Picture } from './picture.ts'

/** Stores the picture, or takes it away. Returns what its address is told apart by. */
export async function writeLogo(db: Transaction<Tables>, logo: Picture | null, at: Date): Promise<string | null> {
  await db.deleteFrom('logo').execute()
  if (logo === null) return null
  const bytes = Buffer.from(logo.bytes)
  await db.insertInto('logo').values({ type: logo.type, bytes, changed_at: at }).execute()
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 12)
}
