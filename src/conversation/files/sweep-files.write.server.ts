import { sql, type Kysely, type SqlBool } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { BlobStore } from '../../server/files/blob-store.server.ts'

const hour = 3_600_000

/** Forgets what was sent and never used for a day, and blobs that a crash left without a row. */
export async function sweepFiles(db: Kysely<Tables>, blobs: BlobStore, now: Date): Promise<void> {
  const old = await db
    .deleteFrom('upload')
    .where('at', '<', new Date(now.getTime() - 24 * hour))
    .where(sql<SqlBool>`not (${isInWriting})`)
    .returning('key')
    .execute()
  for (const { key } of old) await blobs.remove(key)
  for await (const key of blobs.olderThan(new Date(now.getTime() - hour)))
    if (!(await isKnown(db, key))) await blobs.remove(key)
}

/** What stands in a draft of the last weeks is not forgotten over a weekend. */
const isInWriting = sql`
  exists (select from held_message where upload.id = any (held_message.files))
  or upload.at > now() - interval '30 days' and exists (select from draft where upload.id = any (draft.files))`

async function isKnown(db: Kysely<Tables>, key: string): Promise<boolean> {
  const found = await db
    .selectFrom('upload')
    .select('id')
    .where('key', '=', key)
    .unionAll(db.selectFrom('ticket_file').select('id').where('key', '=', key))
    .executeTakeFirst()
  return found !== undefined
}
