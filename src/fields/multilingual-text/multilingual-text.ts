import { fine, isText, lengthOf, wrong, type FieldType, type Parsed } from '../field-type.ts'
import { object } from '../json-schema.ts'
import { nameLine, oneLine } from '../one-line.ts'
import { isLanguageTag, tagSchema } from './language-tag.ts'

/**
 * One text in one or more languages, as it is stored. The source carries its revision; a translation names the revision
 * that it translates (`of`), and is outdated when the source has moved on.
 */
export type MultilingualText = { source: string; texts: Record<string, TextVersion> }
export type TextVersion = { text: string; rev?: number; of?: number; by?: string; at?: string; machine?: boolean }

/** As it goes out. */
export type PresentedText = {
  source: string
  texts: Record<string, { text: string; outdated?: boolean; machine?: boolean }>
}

export type LanguageOf = (text: string) => string

export type TextOptions = {
  required: boolean
  max: number
  lines: 'one' | 'many'
  /** What something is called: see nameLine. */
  isName?: true
}
export type MultilingualTextType = FieldType<MultilingualText> &
  TextOptions & {
    /** `languageOf` tells the language of a plain string; a pure stand-in without it says 'und' (undetermined). */
    parse(input: unknown, languageOf?: LanguageOf): Parsed<MultilingualText>
  }

/** `max` counts characters after trimming, for each language alone; `lines` says how it is written, and keeps nothing out. */
export function multilingualText<const R extends boolean>(
  options: TextOptions & { required: R },
): MultilingualTextType & { required: R } {
  return {
    ...options,
    type: 'multilingual-text',
    schema: textSchema(options),
    editable: true,
    parse: (input: unknown, languageOf: LanguageOf = () => 'und') => parseText(input, options, languageOf),
    store: (value) => JSON.stringify(value),
    restore: (stored) => (typeof stored === 'string' ? JSON.parse(stored) : stored) as MultilingualText,
    present: presentText,
  }
}

const textSchema = ({ max }: TextOptions) => ({
  description: 'A plain string (its language is detected), or several languages at once.',
  anyOf: [
    textOf(max),
    object({
      source: tagSchema,
      texts: {
        type: 'object',
        propertyNames: tagSchema,
        additionalProperties: textOf(max),
        minProperties: 1,
        maxProperties: mostLanguages,
      },
    }),
  ],
})

/** Not empty and not of spaces alone. */
const textOf = (max: number) => ({ type: 'string', maxLength: max, pattern: '\\S' })

export const mostLanguages = 50

function parseText(input: unknown, options: TextOptions, languageOf: LanguageOf) {
  if (input === undefined || input === null) return wrong({ code: 'required' })
  if (typeof input === 'string') return parsePlain(input, options, languageOf)
  if (typeof input !== 'object' || Array.isArray(input)) return wrong({ code: 'wrongType' })
  return parseSeveral(input as Record<string, unknown>, options)
}

function parsePlain(input: string, options: TextOptions, languageOf: LanguageOf) {
  const text = tidy(input, options)
  const problem = lengthProblem(text, options)
  if (problem) return wrong(problem)
  const source = languageOf(text)
  return fine<MultilingualText>({ source, texts: { [source]: { text, rev: 1 } } })
}

function parseSeveral(input: Record<string, unknown>, options: TextOptions): Parsed<MultilingualText> {
  const stranger = Object.keys(input).find((name) => name !== 'source' && name !== 'texts')
  if (stranger !== undefined) return wrong({ code: 'unknown', at: stranger })
  const { source, texts } = input
  if (!isLanguageTag(source)) return wrong({ code: source === undefined ? 'required' : 'notALanguage', at: 'source' })
  if (typeof texts !== 'object' || texts === null || Array.isArray(texts))
    return wrong({ code: 'wrongType', at: 'texts' })
  if (!Object.hasOwn(texts, source)) return wrong({ code: 'required', at: `texts.${source}` })
  const several = Object.entries(texts)
  if (several.length > mostLanguages) return wrong({ code: 'tooManyLanguages', at: 'texts', max: mostLanguages })
  const parsed: Record<string, TextVersion> = {}
  for (const [language, given] of several) {
    if (!isLanguageTag(language)) return wrong({ code: 'notALanguage', at: `texts.${language}` })
    if (typeof given !== 'string') return wrong({ code: 'wrongType', at: `texts.${language}` })
    const text = tidy(given, options)
    const problem = lengthProblem(text, options)
    if (problem) return wrong({ ...problem, at: `texts.${language}` })
    parsed[language] = language === source ? { text, rev: 1 } : { text, of: 1 }
  }
  return fine({ source, texts: parsed })
}

/** Trimmed at both ends; a one-line text keeps no line breaks and nothing that hides in it. */
function tidy(input: string, options: TextOptions): string {
  if (options.isName) return nameLine(input)
  const text = input.replace(/\r\n?/g, '\n').trim()
  if (options.lines !== 'one') return text
  const lines = text.split('\n').map((line) => oneLine(line).trim())
  return lines.filter((line) => line !== '').join(' ')
}

function lengthProblem(text: string, { max }: TextOptions) {
  if (text === '') return { code: 'required' }
  if (!isText(text)) return { code: 'notText' }
  const length = text.length > max ? lengthOf(text) : text.length
  return length > max ? { code: 'tooLong', max, length } : null
}

export function presentText(value: MultilingualText): PresentedText {
  const texts: PresentedText['texts'] = {}
  for (const [language, version] of Object.entries(value.texts))
    texts[language] = {
      text: version.text,
      ...(isOutdated(value, language) ? { outdated: true } : {}),
      ...(version.machine ? { machine: true } : {}),
    }
  return { source: value.source, texts }
}

/** A translation is outdated when it was made of an older revision of the source. */
export function isOutdated(value: MultilingualText, language: string): boolean {
  const source = value.texts[value.source]
  const version = value.texts[language]
  if (language === value.source || !source || !version) return false
  return (version.of ?? 0) < (source.rev ?? 1)
}

/** Adds or corrects one language. Correcting the source raises its revision, so that its translations are outdated. */
export function withTranslation(
  value: MultilingualText,
  language: string,
  text: string,
  by: { by?: string; at: string },
): MultilingualText {
  const rev = value.texts[value.source]?.rev ?? 1
  const version: TextVersion = language === value.source ? { text, rev: rev + 1, ...by } : { text, of: rev, ...by }
  return { ...value, texts: { ...value.texts, [language]: version } }
}
