import type { Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { logoVersion } from './logo-version.server.ts'
import type { Picture } from './picture.ts'

/** Stores the picture, or takes it away. Returns what its address is told apart by. */
export async function writeLogo(db: Transaction<Tables>, logo: Picture | null, at: Date): Promise<string | null> {
  await db.deleteFrom('logo').execute()
  if (logo === null) return null
  const bytes = Buffer.from(logo.bytes)
  await db.insertInto('logo').values({ type: logo.type, bytes, changed_at: at }).execute()
  return logoVersion(bytes)
}
