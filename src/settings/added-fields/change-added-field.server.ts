import { audit } from '../../audit/audit.write.server.ts'
import { differences } from '../../audit/differences.ts'
import type { Person } from '../../entities/person/actor.ts'
import { wordsForStaffAlone } from '../../conversation/words-anew.write.server.ts'
import type { Change, Desk } from '../../events/desk.server.ts'
import { keyOfWords } from '../../fields/key-of-words.ts'
import { detectLanguage } from '../../fields/multilingual-text/detect-language.server.ts'
import { presentText, type MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import { refuse, refuseFields } from '../../server/errors/refusal.ts'
import { readBody } from '../../workflow/read-body.server.ts'
import { lockSettings } from '../settings.write.server.ts'
import type { AddedField } from './added-field.ts'
import { addedFieldForm, newAddedFieldForm } from './added-field-forms.ts'
import { insertAddedField, updateAddedField } from './added-fields.write.server.ts'
import { addedFields } from './added-fields.server.ts'
import { withTextsRewritten } from './custom-texts.ts'
import { customTextId } from './findable-custom.ts'
import { readCustom } from './read-custom.ts'
import { readOptions } from './read-options.ts'
import { strangers } from './strangers.server.ts'

/** More than this no form bears. */
const mostFields = 100

type Context = { desk: Desk; actor: Person; network: string }

/** Without a key it gets one made from its label; it stands behind the others. Refuses one more than there may be, and a key that is taken. */
export async function addField({ desk, actor, network }: Context, body: unknown): Promise<AddedField> {
  const { default: given, options = {}, ...read } = readBody(newAddedFieldForm, body, actor)
  const { options: readings, errors } = readOptions(read.type, options, languageFor(actor))
  if (errors.length > 0) refuseFields(...errors)
  return desk.change(actor, async (change) => {
    await lockSettings(change.db)
    const there = await addedFields(change.db)
    if (there.filter(({ retired }) => !retired).length >= mostFields)
      refuseFields({ field: 'body', code: 'tooLong', max: mostFields, length: there.length + 1 })
    const field: AddedField = {
      key: read.key ?? freeKey(read.label, there),
      type: read.type,
      options: readings,
      label: read.label,
      help: read.help ?? null,
      required: read.required ?? 'never',
      visibleTo: read.visibleTo ?? 'everyone',
      order: read.order ?? Math.max(0, ...there.map(({ order }) => order + 1)),
      default: null,
      retired: false,
    }
    field.default = await readDefault(change, field, given)
    if (!(await insertAddedField(change.db, field, change.at))) refuseFields({ field: 'key', code: 'alreadyThere' })
    await audit(change, { action: 'field.added', subject: `field:${field.key}`, after: field, network })
    return field
  })
}

/** What the body does not name stays, and null takes help or default away. The type never changes, and what was among staff stays there. */
export async function changeField({ desk, actor, network }: Context, key: string, body: unknown): Promise<AddedField> {
  // looked up first: what is not there is not read
  const [found] = (await addedFields(desk.read())).filter((field) => field.key === key)
  if (!found) refuse('notFound')
  const { withoutNulls, nulls } = apart(body)
  const { default: given, options, ...read } = readBody(addedFieldForm, withoutNulls, actor)
  return desk.change(actor, async (change) => {
    await lockSettings(change.db)
    const before = (await addedFields(change.db)).find((field) => field.key === key)!
    // what staff wrote among themselves does not become the customers' by a click
    if (before.visibleTo === 'staff' && read.visibleTo === 'everyone')
      refuseFields({ field: 'visibleTo', code: 'notWidened' })
    const after = { ...before, ...read, ...(nulls.has('help') ? { help: null } : {}) }
    if (options) {
      const { options: readings, errors } = readOptions(before.type, options, languageFor(actor), before.options)
      if (errors.length > 0) refuseFields(...errors)
      after.options = readings
    }
    if (nulls.has('default')) after.default = null
    else if (given) after.default = await readDefault(change, after, given, before.default)
    else if (options) refuseUnfit(after)
    return save(change, before, after, network)
  })
}

/** A retired field is asked no more and keeps what was written; `retired: false` brings it back. */
export async function retireField(
  { desk, actor, network }: Context,
  key: string,
  retired: boolean,
): Promise<AddedField> {
  return desk.change(actor, async (change) => {
    await lockSettings(change.db)
    const before = (await addedFields(change.db)).find((field) => field.key === key)
    if (!before) refuse('notFound')
    return save(change, before, { ...before, retired }, network)
  })
}

async function save(change: Change, before: AddedField, after: AddedField, network: string): Promise<AddedField> {
  const changed = differences(before, after)
  if (!changed.any) return after
  await updateAddedField(change.db, after, change.at)
  const isClosed = before.visibleTo === 'everyone' && after.visibleTo === 'staff'
  if (isClosed && after.type === 'multilingual-text') await wordsForStaffAlone(change.db, customTextId(after.key))
  await audit(change, { action: 'field.changed', subject: `field:${after.key}`, ...changed, network })
  return after
}

async function readDefault(
  change: Change,
  field: AddedField,
  given: { given: unknown } | undefined,
  before: unknown = null,
): Promise<unknown> {
  if (given === undefined || given.given === null || given.given === undefined) return null
  const { key } = field
  const languageOf = languageFor(change.actor as Person)
  const read = readCustom({ fields: [field], given: { [key]: given.given }, side: 'staff', at: '', languageOf })
  // the same file on every ticket is what the help text is for
  const isFile = field.type === 'file'
  const errors = [
    ...read.errors,
    ...(isFile ? [{ field: key, code: 'notInList' }] : []),
    ...(await strangers(change.db, [field], read.values, '')),
  ]
  // named from the form's own field on: 'default', 'default.group'
  const named = errors.map((error) => ({ ...error, field: error.field.replace(/^\.?[^.]+/u, 'default') }))
  if (named.length > 0) refuseFields(...named)
  // a default in several languages keeps them where one of them is said anew
  const held = before === null ? {} : { [key]: before }
  return withTextsRewritten([field], held, read.values, { at: change.at.toISOString() })[key] ?? null
}

/** A default that may no longer be chosen would go on every new ticket all the same. */
function refuseUnfit(field: AddedField): void {
  if (field.default === null) return
  const isText = field.type === 'multilingual-text'
  const value = isText ? plain(field.default as MultilingualText) : field.default
  const given = { [field.key]: value }
  // whether it is asked for at this moment is another question
  const fields = [{ ...field, retired: false }]
  const { errors } = readCustom({ fields, given, side: 'staff', at: '', languageOf: () => 'und' })
  if (errors.length > 0) refuseFields(...errors.map((error) => ({ ...error, field: 'default' })))
}

const plain = ({ source, texts }: MultilingualText) => ({
  source,
  texts: Object.fromEntries(Object.entries(texts).map(([language, { text }]) => [language, text])),
})

/** `null` for help or default takes it away; everywhere else it is no value. */
function apart(body: unknown) {
  const nulls = new Set<string>()
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { withoutNulls: body, nulls }
  const kept = Object.entries(body).filter(([name, value]) => {
    const takenAway = value === null && (name === 'help' || name === 'default')
    if (takenAway) nulls.add(name)
    return !takenAway
  })
  return { withoutNulls: Object.fromEntries(kept), nulls }
}

const languageFor = (actor: Person) => (text: string) => detectLanguage(text, actor.language)

/** From the label's Latin letters, 'Order number' → orderNumber; else field1, field2 …; never one that is taken. */
function freeKey(label: MultilingualText, there: readonly AddedField[]): string {
  const texts = Object.values(presentText(label).texts).map(({ text }) => text)
  const words = texts.map((text) => text.toLowerCase().match(/[a-z0-9]+/gu) ?? []).find((each) => each.length > 0) ?? []
  const wanted = keyOfWords(words)
  const stem = wanted === '' || wanted in {} ? 'field' : wanted
  const taken = new Set(there.map(({ key }) => key))
  if (stem !== 'field' && !taken.has(stem)) return stem
  for (let number = 1; ; number++) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`
}
