import type { Kysely, Transaction } from 'kysely'
import { actorId, type Actor } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { detectLanguage } from '../../fields/multilingual-text/detect-language.server.ts'
import type { MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import { refuseFields } from '../../server/errors/refusal.ts'
import { addedFields } from './added-fields.server.ts'
import type { AddedField } from './added-field.ts'
import { withTextsRewritten } from './custom-texts.ts'
import { customTextId, findableCustom } from './findable-custom.ts'
import { filesIn, strangeFiles, type FilePlace } from './custom-files.server.ts'
import { standingDefaults } from './standing-defaults.server.ts'
import { strangers } from './strangers.server.ts'
import { missingBeforeClosing, readCustom, withDefaults, type Custom, type ReadCustom } from './read-custom.ts'

type Asked = {
  given: Custom | undefined
  side: 'staff' | 'customer'
  actor: Actor
  language?: string
  /** It came without a form: nothing must be filled. */
  hadNoForm?: boolean
}
type Db = Transaction<Tables>

/**
 * The values of a new ticket, or a 422 that names each that is wrong: `custom.<key>`; and the files to be attached, none of
 * which may be among those that go with the description.
 */
export async function customOfNewTicket(db: Db, asked: Asked, besides: readonly string[] = []) {
  const fields = await standingDefaults(db, await addedFields(db))
  const read = withDefaults(fields, readGiven(fields, asked, 'custom'), asked.hadNoForm ? 'nobody' : asked.side)
  await refuseWrong(db, fields, read, { at: 'custom', owner: actorId(asked.actor), ticket: null, besides })
  return { custom: read.values, files: filesIn(fields, read.values), words: findableCustom(fields, read.values) }
}

type Held = { number: number; custom: Custom }

/** What changes in a ticket's values: the whole as it will be, and the keys that were spoken of; what is wrong is `fields.<key>`. */
export async function changedCustom({ db, at }: { db: Db; at: Date }, { number, custom }: Held, asked: Asked) {
  const fields = await addedFields(db)
  const read = readGiven(fields, asked, 'fields', custom)
  await refuseWrong(db, fields, read, { at: 'fields', owner: actorId(asked.actor), ticket: number, besides: [] })
  const by = { by: actorId(asked.actor) ?? undefined, at: at.toISOString() }
  const values = withTextsRewritten(fields, custom, read.values, by)
  const kept = Object.fromEntries(Object.entries(custom).filter(([key]) => !read.cleared.includes(key)))
  return {
    custom: { ...kept, ...values },
    keys: [...Object.keys(read.values), ...read.cleared],
    files: filesIn(fields, read.values),
    words: findableCustom(fields, values),
    /** Texts that are no more, and no longer found. */
    gone: read.cleared.map(customTextId),
  }
}

/** Refuses with the names of the fields that must be filled before a ticket is closed. */
export async function refuseUnfilled(db: Kysely<Tables>, custom: Custom): Promise<void> {
  const missing = missingBeforeClosing(await addedFields(db), custom)
  if (missing.length > 0) refuseFields(...missing)
}

function readGiven(fields: readonly AddedField[], asked: Asked, at: string, before: Custom = {}): ReadCustom {
  const { given = {}, side, actor, language } = asked
  const writers = actor.kind === 'person' ? actor.language : 'en'
  // two words that could be any language are in the one that they were in
  const was = (key: string) => (before[key] as Partial<MultilingualText> | undefined)?.source
  const languageOf = (text: string, key: string) => language ?? detectLanguage(text, was(key) ?? writers)
  return readCustom({ fields, given, side, at, languageOf })
}

async function refuseWrong(db: Db, fields: readonly AddedField[], read: ReadCustom, place: FilePlace) {
  const errors = [
    ...read.errors,
    ...(await strangers(db, fields, read.values, place.at)),
    ...(await strangeFiles(db, filesIn(fields, read.values), place)),
  ]
  if (errors.length > 0) refuseFields(...errors)
}
