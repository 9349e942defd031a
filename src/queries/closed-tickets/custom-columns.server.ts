import type { Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { isKeepable } from '../../fields/date-time/date-time.ts'
import { localTime } from '../../fields/date-time/local-time.ts'
import { presentText } from '../../fields/multilingual-text/multilingual-text.ts'
import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'
import { readText } from '../../fields/multilingual-text/read-text.ts'
import { isStaff } from '../../permissions/is-staff.ts'
import { isFor, type AddedField } from '../../settings/added-fields/added-field.ts'
import { addedFields } from '../../settings/added-fields/added-fields.server.ts'
import { presentCustoms, type SeenCustom } from '../../settings/added-fields/present-custom.server.ts'
import type { CsvValue } from '../../server/files/csv.ts'
import type { SheetValue } from '../../server/files/sheet-xml.ts'
import { wordsFor } from '../../words/words.ts'

type Custom = Record<string, unknown>

/** The added fields that the reader may see, retired ones too, as columns: for programs and for people. */
export async function customColumns(db: Kysely<Tables>, actor: Person, timeZone: string) {
  const side = isStaff(actor) ? 'staff' : 'customer'
  const fields = (await addedFields(db)).filter((field) => isFor(field, side))
  const { language } = actor
  const said = (custom: Custom, field: AddedField) => plain(field, custom[field.key], language)
  return {
    keys: fields.map(({ key }) => `custom.${key}`),
    labels: fields.map(({ label }) => readText(presentText(label), language).text),
    /** Names of people, groups and files, asked for a batch of rows at once. */
    read: (rows: readonly SeenCustom[]) => presentCustoms(db, rows),
    csv: (custom: Custom): CsvValue[] => fields.map((field) => said(custom, field)),
    sheet: (custom: Custom): SheetValue[] =>
      fields.map((field) => forPeople(field, custom[field.key], language, timeZone) ?? said(custom, field)),
  }
}

type Named = { name: string }

function plain({ type }: AddedField, value: unknown, language: string): CsvValue {
  if (value === undefined || value === null) return null
  if (type === 'multilingual-text') return readText(value as PresentedText, language).text
  if (type === 'user' || type === 'file') return (value as Named).name
  if (type === 'user-group') {
    const { group, member } = value as { group: Named; member: Named | null }
    return member ? `${group.name} / ${member.name}` : group.name
  }
  return typeof value === 'boolean' ? String(value) : (value as string | number)
}

/** In their words where codes stand for something; a real date where it is one. */
function forPeople({ type, options }: AddedField, value: unknown, language: string, timeZone: string): SheetValue {
  if (value === undefined || value === null) return null
  const t = wordsFor(language)
  if (type === 'yes-no') return value === true ? t('addedFields:yes') : t('addedFields:no')
  if (type === 'date') return wallClock(`${value as string}T00:00:00Z`)
  if (type === 'date-time')
    return isKeepable(new Date(value as string)) ? wallClock(`${localTime(value as string, timeZone)}:00Z`) : null
  if (type !== 'classification') return null
  const choice = options.values?.find((each) => each.value === value)
  return choice ? readText(presentText(choice.label), language).text : (value as string)
}

/** Null where a workbook has no such day: it then stands there as it is written. */
function wallClock(shown: string): SheetValue {
  const seconds = Date.parse(shown) / 1000
  return seconds >= firstOfWorkbooks ? { wallClock: seconds } : null
}

const firstOfWorkbooks = Date.parse('1900-03-01T00:00:00Z') / 1000
