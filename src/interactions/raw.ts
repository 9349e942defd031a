import type { LeftOut } from '../entities/ticket/left-out.ts'
import { plainMarkdown } from '../fields/multilingual-text/markdown.ts'
import {
  presentText,
  type MultilingualText,
  type PresentedText,
} from '../fields/multilingual-text/multilingual-text.ts'

/**
 * A value for the words as it is stored with a notice or a mail: nothing is put into words before its reader is known, so
 * that language, time zone and digits are the reader's.
 */
export type Raw =
  | { name: string }
  /** What people wrote, in the reader's language where there is one. */
  | { text: PresentedText }
  /** The same, cut short, its links dead: for staff. */
  | { excerpt: PresentedText }
  | { ticket: number }
  | { number: number }
  | { day: string }
  /** A moment until which something can be done, said as the last day that is whole before it. */
  | { until: string }
  | { time: string }
  /** A key of the words: 'glossary:status.open'. */
  | { word: string }
  | { leftOut: readonly FileOfMail[] }
  | { files: readonly SentFile[] }

/** A file that came by mail and is not among those of its text. Without a name it is only counted. */
export type FileOfMail = { why: LeftOut; size: number; name?: string }

/** A file that was sent with a text. Without a name it is only counted. */
export type SentFile = { size: number; name?: string }

export type Variables = Readonly<Record<string, Raw | undefined>>

// An undefined value stays undefined: the words then say what they say without it.
export const name = (value: string | undefined): Raw | undefined => (value === undefined ? undefined : { name: value })

export const text = (value: MultilingualText | null | undefined): Raw | undefined =>
  value ? { text: presentText(value) } : undefined

export const excerpt = (value: MultilingualText | null | undefined): Raw | undefined =>
  value ? { excerpt: cut(plain(presentText(value))) } : undefined

/** Written as the organisation writes its numbers: T-1042. */
export const ticketNumber = (value: number): Raw => ({ ticket: value })
export const number = (value: number | null): Raw | undefined => (value === null ? undefined : { number: value })
/** Of the catalogs: `glossary:status.open`. */
export const word = (key: string): Raw => ({ word: key })

export const day = (at: Date | string | null | undefined): Raw | undefined =>
  at === null || at === undefined ? undefined : { day: new Date(at).toISOString() }

export const until = (at: Date | string | undefined): Raw | undefined =>
  at === undefined ? undefined : { until: new Date(at).toISOString() }

export const leftOut = (files: readonly FileOfMail[]): Raw | undefined =>
  files.length === 0 ? undefined : { leftOut: files }

export const files = (sent: readonly SentFile[]): Raw | undefined => (sent.length === 0 ? undefined : { files: sent })

/** Characters that an excerpt may have. */
const excerptLength = 300

/** A line of a message says what it says, without its form. */
const plain = (value: PresentedText): PresentedText => withTexts(value, plainMarkdown)

/** Every language cut, so that no more is stored than may be shown. */
export const cut = (value: PresentedText): PresentedText => withTexts(value, shorten)

const withTexts = (value: PresentedText, become: (text: string) => string): PresentedText => ({
  ...value,
  texts: Object.fromEntries(
    Object.entries(value.texts).map(([language, version]) => [language, { ...version, text: become(version.text) }]),
  ),
})

/** On one line, cut with … to the length of an excerpt, counted in characters. */
export function shorten(whole: string): string {
  const plain = whole.replace(/\s+/gu, ' ').trim()
  if (plain.length <= excerptLength) return plain
  const signs = [...plain]
  return signs.length <= excerptLength
    ? plain
    : `${signs
        .slice(0, excerptLength - 1)
        .join('')
        .trimEnd()}…`
}
