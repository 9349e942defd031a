import { fine, wrong, type FieldType } from '../fields/field-type.ts'
import { orNull } from '../fields/json-schema.ts'
import { isLanguageTag } from '../fields/multilingual-text/language-tag.ts'
import { nameText, shortText } from '../fields/short-text/short-text.ts'

export const personName = <const R extends boolean>(required: R) => nameText({ required, max: 200 })

/** The language that someone reads in, a BCP 47 tag. */
export const languageTag = shapedText(35, isLanguageTag)

/** An IANA time zone that this installation can reckon in. */
export const timeZone = shapedText(64, isTimeZone)

/** null takes the value away: the organisation's counts again. */
export function orNone<Value>(field: FieldType<Value>): FieldType<Value | null> & { required: false } {
  return {
    type: field.type,
    required: false,
    editable: true,
    schema: orNull(field.schema),
    parse: (input) => (input === null ? fine(null) : field.parse(input)),
    store: (value) => value,
    restore: (stored) => stored as Value | null,
    present: (value) => value,
  }
}

function shapedText(max: number, isGood: (text: string) => boolean): FieldType<string> & { required: false } {
  const text = shortText({ required: false, max })
  return {
    ...text,
    parse: (input) => {
      const parsed = text.parse(input)
      return parsed.ok && !isGood(parsed.value) ? wrong({ code: 'notInList' }) : parsed
    },
  }
}

function isTimeZone(name: string): boolean {
  // an offset ('+02:00') is no zone: it knows no summer
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}
