import type { Transaction } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { areOwnUploads } from '../../entities/ticket/own-uploads.server.ts'
import type { FormError } from '../../fields/form.ts'
import type { AddedField } from './added-field.ts'
import type { Custom } from './read-custom.ts'

type Db = Transaction<Tables>
export type FieldFile = { key: string; id: string }

/** Who gives the files, to which ticket where it is there already, what the same request uses elsewhere, and calls its values. */
export type FilePlace = { at: string; owner: string | null; ticket: number | null; besides: readonly string[] }

/** The text id under which a file is kept; who may read it follows from the field: src/queries/one-ticket/files-of.server.ts. */
export const textIdOf = (key: string): string => `field:${key}`

export const filesIn = (fields: readonly Pick<AddedField, 'key' | 'type'>[], values: Custom): FieldFile[] =>
  fields
    .filter(({ key, type }) => type === 'file' && Object.hasOwn(values, key))
    .map(({ key }) => ({ key, id: values[key] as string }))

/** A file is its sender's and belongs to nothing yet; or this field of this ticket held it before, and it comes back. */
export async function strangeFiles(db: Db, files: readonly FieldFile[], place: FilePlace): Promise<FormError[]> {
  const errors: FormError[] = []
  const used = new Set(place.besides.map((id) => id.toLowerCase()))
  for (const file of files) {
    const isOwn = place.owner !== null && (await areOwnUploads(db, place.owner, [file.id]))
    if (used.has(file.id) || !(isOwn || (await wasHere(db, place.ticket, file))))
      errors.push({ field: `${place.at}.${file.key}`, code: 'fileGone' })
    used.add(file.id)
  }
  return errors
}

/** Held by this field of this ticket, now or before. */
export async function wasHere(db: Db, ticket: number | null, { key, id }: FieldFile): Promise<boolean> {
  if (ticket === null) return false
  const row = await db
    .selectFrom('ticket_file')
    .select('id')
    .where('ticket_number', '=', ticket)
    .where('id', '=', id)
    .where('text_id', '=', textIdOf(key))
    .executeTakeFirst()
  return row !== undefined
}
