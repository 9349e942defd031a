import { sql, type Kysely, type SqlBool } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { day } from '../../fields/date-time/spans.ts'
import type { BlobStore } from '../../server/files/blob-store.server.ts'
import { sweepUnknown } from '../../server/files/sweep-unknown.server.ts'

export const keptUnused = day

/**
 * Forgets what was sent and never used for a day, and blobs without a row, which a crash or an erasure left. None goes within
 * the day in which it came: rows that were copied away are followed by their blobs, however long that takes.
 */
export async function sweepFiles(
  db: Kysely<Tables>,
  blobs: BlobStore,
  now: Date,
  ending = new AbortController().signal,
): Promise<void> {
  const dayAgo = new Date(now.getTime() - keptUnused)
  await db
    .deleteFrom('upload')
    .where('at', '<', dayAgo)
    .where(sql<SqlBool>`not (${isInWriting})`)
    .execute()
  await sweepUnknown(blobs, dayAgo, (some) => knownOf(db, some), ending)
}

/** What stands in a draft of the last weeks is not forgotten over a weekend. */
const isInWriting = sql`
  exists (select from held_message where upload.id = any (held_message.files))
  or upload.at > now() - interval '30 days' and exists (select from draft where upload.id = any (draft.files))`

async function knownOf(db: Kysely<Tables>, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from upload where key = any (${[...keys]}::text[])
    union all
    select key from ticket_file where key = any (${[...keys]}::text[])`.execute(db)
  return rows.map(({ key }) => key)
}
