import { readText } from '../fields/multilingual-text/read-text.ts'
import type { PresentedText } from '../fields/multilingual-text/multilingual-text.ts'
import { ownLabel } from '../settings/labels.ts'
import { shownNumber } from '../settings/shown-number.ts'
import { formatFor } from '../words/format.ts'
import type { Namespace } from '../words/key.ts'
import { languageOf, languages } from '../words/languages.ts'
import { wordsFor } from '../words/words.ts'
import { filesText, leftOutText } from './files-text.ts'
import { shorten, type Raw } from './raw.ts'
import type { TellingReader } from './reader.ts'

/** A value as its reader reads it; people's own texts know their language and direction. */
export type Value = { text: string; language?: string; dir?: 'ltr' | 'rtl' | 'auto' }
export type Values = Record<string, Value>

/** Puts stored variables into a reader's words. `now` decides whether a day needs its year. */
export function valuesFor(
  variables: Readonly<Record<string, Raw | undefined>>,
  reader: TellingReader,
  now: Date,
): Values {
  const values: Values = {}
  for (const [name, raw] of Object.entries(variables)) if (raw) values[name] = valueOf(raw, reader, now)
  return values
}

function valueOf(raw: Raw, reader: TellingReader, now: Date): Value {
  if ('text' in raw) return written(raw.text, reader)
  if ('excerpt' in raw) {
    const { text, ...rest } = written(raw.excerpt, reader)
    return { ...rest, text: withDeadLinks(shorten(text)) }
  }
  if ('leftOut' in raw) {
    const language = languageOf(reader.language)
    return { text: leftOutText(raw.leftOut, reader), language, dir: languages[language].dir }
  }
  if ('files' in raw) return { text: filesText(raw.files, reader) }
  return { text: plain(raw, reader, now) }
}

function written(text: PresentedText, reader: TellingReader): Value {
  const { text: read, language, dir } = readText(text, reader.language)
  return { text: read, language, dir }
}

function plain(
  raw: Exclude<Raw, { text: unknown } | { excerpt: unknown } | { leftOut: unknown } | { files: unknown }>,
  reader: TellingReader,
  now: Date,
): string {
  const format = formatFor(reader)
  if ('name' in raw) return raw.name
  // ticket numbers stay 0–9 in every language: people copy and search them
  if ('ticket' in raw) return shownNumber(reader.settings, raw.ticket)
  if ('number' in raw) return format.number(raw.number)
  if ('day' in raw) return format.day(raw.day, now)
  if ('until' in raw) return format.lastDay(raw.until, now)
  if ('time' in raw) return format.dateTime(raw.time)
  const [namespace = '', path = ''] = raw.word.split(':')
  const own = ownLabel(reader.settings.labels, 'staff', path.replace(/^status\./u, ''), languageOf(reader.language))
  if (namespace === 'glossary' && path.startsWith('status.') && own) return own
  return wordsFor(reader).maybe(namespace as Namespace, path) ?? ''
}

/**
 * Addresses that no mail program makes a link of: what strangers write must not become a door in our mail.
 * https://example.com/x becomes https[:]//example[.]com/x. Endings of files that are no domains (report.pdf) stay.
 */
export const withDeadLinks = (text: string): string =>
  text
    .replace(/\b([a-z][a-z0-9+.-]{1,20}):\/\//giu, '$1[:]//')
    .replace(/\b(mailto|tel|javascript|data):(?=\S)/giu, '$1[:]')
    .replace(/\bwww\./giu, 'www[.]')
    .replace(dotOfDomain, '[.]')

const dotOfDomain =
  /(?<=[\p{L}\p{N}])\.(?!(?:pdf|docx?|xlsx?|pptx?|csv|txt|png|jpe?g|gif|xml|json|html?|log)\b)(?=\p{L}{2,}(?![\p{L}\p{N}]))/giu

/** For fillTemplate and fillBody, which take texts. */
export const texts = (values: Values): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, { text }]) => [name, text]))
