import type { Transaction } from 'kysely'
import type { Tables } from '../tables.ts'
import type { FileLeftOut } from './left-out.ts'

type Db = Transaction<Tables>

/** What was sent before becomes part of a text, in the order named; each file belongs to one text alone. */
export async function attachFiles(
  db: Db,
  ticket: number,
  textId: string,
  owner: string,
  files: readonly string[],
): Promise<void> {
  if (files.length === 0) return
  const taken = await db
    .deleteFrom('upload')
    .where('id', 'in', [...files])
    .where('owner_id', '=', owner)
    .returningAll()
    .execute()
  if (taken.length !== files.length) throw new Error('A file was attached elsewhere meanwhile.')
  await db
    .insertInto('ticket_file')
    .values(
      taken.map((file) => ({
        ...file,
        ticket_number: ticket,
        text_id: textId,
        place: files.indexOf(file.id),
        left_out: null,
      })),
    )
    .execute()
}

const behindOthers = 1000

/** What came with a text and was not taken over is named there, behind what was. */
export async function nameLeftOut(
  db: Db,
  { ticket, textId, owner, at }: { ticket: number; textId: string; owner: string; at: Date },
  files: readonly (FileLeftOut & { id: string })[],
): Promise<void> {
  if (files.length === 0) return
  const about = { ticket_number: ticket, text_id: textId, owner_id: owner, at, key: null, sha256: null }
  await db
    .insertInto('ticket_file')
    .values(files.map(({ why, ...file }, place) => ({ ...about, ...file, place: behindOthers + place, left_out: why })))
    .execute()
}
