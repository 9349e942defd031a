import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { UploadRow } from '../../entities/ticket/ticket-tables.ts'
import type { Blob } from '../../server/files/blob-store.server.ts'
import { newId } from '../../server/ids.server.ts'

export type SentFile = { owner: string; name: string; type: string; at: Date }

/** The row comes after the blob: a blob without a row is swept away, a row without a blob never is. */
export async function keepUpload(db: Kysely<Tables>, file: SentFile, { key, size, sha256 }: Blob): Promise<UploadRow> {
  const row = { id: newId(), owner_id: file.owner, key, name: file.name, type: file.type, size, sha256, at: file.at }
  await db.insertInto('upload').values(row).execute()
  return row
}
