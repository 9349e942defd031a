import type { FormError } from '../../fields/form.ts'
import type { MultilingualTextType } from '../../fields/multilingual-text/multilingual-text.ts'
import { fieldOf, isAskedOf, isFor, type AddedField } from './added-field.ts'

export type Custom = Record<string, unknown>

export type ReadCustom = { values: Custom; cleared: string[]; errors: FormError[] }

type Given = {
  fields: readonly AddedField[]
  given: Custom
  side: 'staff' | 'customer'
  at: string
  languageOf: (text: string, key: string) => string
}

/**
 * Reads values by the definitions of the moment: closed, each by its own type, all that is wrong at once. null takes a value
 * away. What a customer may not see does not exist for them.
 */
export function readCustom({ fields, given, side, at, languageOf }: Given): ReadCustom {
  const open = new Map(
    fields.filter((field) => !field.retired && isFor(field, side)).map((field) => [field.key, field]),
  )
  const read: ReadCustom = { values: {}, cleared: [], errors: [] }
  for (const [key, value] of Object.entries(given).slice(0, 200)) {
    const field = open.get(key)
    if (!field) read.errors.push({ field: `${at}.${key.slice(0, 100)}`, code: 'unknown' })
    else if (!isAskedOf(field, side)) read.errors.push({ field: `${at}.${key}`, code: 'filledByStaff' })
    else if (value === null) clear(read, field, at)
    else parse(read, field, value, at, languageOf)
  }
  return read
}

function clear(read: ReadCustom, { key, required }: AddedField, at: string): void {
  if (required === 'onSubmission') read.errors.push({ field: `${at}.${key}`, code: 'required' })
  else read.cleared.push(key)
}

function parse(read: ReadCustom, field: AddedField, value: unknown, at: string, languageOf: Given['languageOf']): void {
  const type = fieldOf(field)
  const parsed =
    field.type === 'multilingual-text'
      ? (type as MultilingualTextType).parse(value, (text) => languageOf(text, field.key))
      : type.parse(value)
  if (parsed.ok) read.values[field.key] = asJson(parsed.value)
  else {
    const { at: inside, ...problem } = parsed.problem
    read.errors.push({ ...problem, field: [at, field.key, inside].filter(Boolean).join('.') })
  }
}

/** As the column holds it: instants as text, everything else is JSON already. */
const asJson = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value)

/**
 * What a new ticket gets: what was given, else the default; and which that must be there are not. A mail fills no form: there
 * nobody is asked.
 */
export function withDefaults(
  fields: readonly AddedField[],
  read: ReadCustom,
  asked: 'staff' | 'customer' | 'nobody',
): ReadCustom {
  const { values, errors } = read
  const wrong = new Set(errors.map(({ field }) => field.split('.')[1]))
  for (const field of fields.filter(({ retired }) => !retired)) {
    if (Object.hasOwn(values, field.key) || wrong.has(field.key) || read.cleared.includes(field.key)) continue
    if (field.default !== null) values[field.key] = field.default
    // what only staff see cannot be asked of a customer
    else if (field.required === 'onSubmission' && asked !== 'nobody' && isAskedOf(field, asked))
      errors.push({ field: `custom.${field.key}`, code: 'required' })
  }
  return read
}

/** What must be there before a ticket is closed, or before an answer goes out that its customer may close it with. */
export const missingBeforeClosing = (fields: readonly AddedField[], custom: Custom): FormError[] =>
  fields
    .filter(({ required, retired, key }) => required === 'beforeClosing' && !retired && !Object.hasOwn(custom, key))
    .map(({ key }) => ({ field: `custom.${key}`, code: 'required' }))
