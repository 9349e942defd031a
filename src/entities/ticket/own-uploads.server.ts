import type { Transaction } from 'kysely'
import type { Tables } from '../tables.ts'

/** Whether all of these were sent by this person and belong to nothing yet; held until the change ends. */
export async function areOwnUploads(
  db: Transaction<Tables>,
  owner: string,
  files: readonly string[],
): Promise<boolean> {
  if (files.length === 0) return true
  const rows = await db
    .selectFrom('upload')
    .select('id')
    .where('id', 'in', [...files])
    .where('owner_id', '=', owner)
    .forUpdate()
    .execute()
  return rows.length === new Set(files).size
}
