// Numbers, days and lists as one reader writes them. All of it is Intl's; nothing is put together by hand.
import { hour } from '../fields/date-time/spans.ts'
import { inARow } from './direction.ts'
import { languageOf, languages } from './languages.ts'
import { formatLocale, numberFormat } from './locale.ts'
import type { Reader } from './locale.ts'

export type FormatReader = Reader & {
  /** An IANA zone: `Africa/Cairo`. */
  readonly timeZone: string
}

export type Format = {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string
  /** Of stars: 4.25 is 4.3, and 4 is 4.0. */
  readonly average: (value: number) => string
  /** 0.125 is 12.5%. */
  readonly percent: (share: number) => string
  /** "Tuesday 3 June"; with the year where it is not this one. */
  readonly day: (at: Instant, now?: Instant) => string
  /**
   * For "until the end of {{day}}", of a moment that can lie anywhere in its day: the last day that is whole before it, so that
   * whoever comes in its evening is not too late. In the moment's own day that one.
   */
  readonly lastDay: (deadline: Instant, now?: Instant) => string
  /** "3 June 2025" */
  readonly date: (at: Instant) => string
  /** "3 June 2025 at 14:05" */
  readonly dateTime: (at: Instant) => string
  readonly time: (at: Instant) => string
  /** The same reader's, by the clocks of another zone. */
  readonly inZone: (timeZone: string) => Format
  /** "June 2025", always of the Gregorian calendar: figures and reports count in its months. */
  readonly month: (at: Instant) => string
  readonly list: (items: readonly string[], type?: 'and' | 'or') => string
  readonly fileSize: (bytes: number) => string
  /** The reader's name of a language: `ar` is "Arabic", العربية. */
  readonly language: (tag: string) => string
}

/** ISO 8601 as on the wire, a Date, or milliseconds. A day or month without a time (`2025-06-03`) is the same in every zone. */
export type Instant = string | number | Date

const formats = new Map<string, Format>()

/** Made once for each way of writing and zone. */
export const formatFor = (reader: FormatReader): Format => {
  const key = `${formatLocale(reader)} ${reader.timeZone}`
  const known = formats.get(key)
  if (known) return known
  const made = makeFormat(reader)
  formats.set(key, made)
  return made
}

const makeFormat = (reader: FormatReader): Format => {
  const locale = formatLocale(reader)
  const { dir } = languages[languageOf(reader.language)]
  const write = (options: Intl.DateTimeFormatOptions, writtenIn = locale) => {
    const inZone = new Intl.DateTimeFormat(writtenIn, { timeZone: reader.timeZone, ...options })
    const inAnyZone = new Intl.DateTimeFormat(writtenIn, { timeZone: 'UTC', ...options })
    return (at: Instant) => (isWithoutTime(at) ? inAnyZone : inZone).format(new Date(at))
  }
  const day = write({ weekday: 'long', day: 'numeric', month: 'long' })
  const dayOfYear = write({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const year = write({ year: 'numeric' })
  const clock = write({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }, 'en')
  const dayOrYear = (at: Instant, now: Instant = Date.now()) => (year(at) === year(now) ? day(at) : dayOfYear(at))
  const and = new Intl.ListFormat(locale, { type: 'conjunction' })
  const or = new Intl.ListFormat(locale, { type: 'disjunction' })
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })

  return {
    locale,
    dir,
    number: (value, options) => numberFormat(locale, options).format(value),
    average: (value) => numberFormat(locale, oneDecimal).format(value),
    percent: (share) => numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share),
    day: dayOrYear,
    lastDay: (deadline, now = Date.now()) => {
      const begins = new Date(deadline).getTime() - sinceMidnight(clock(deadline))
      // noon of the day before: where clocks are changed a day is an hour longer or shorter
      return dayOrYear(new Date(now).getTime() < begins ? begins - 12 * hour : deadline, now)
    },
    date: write({ day: 'numeric', month: 'long', year: 'numeric' }),
    dateTime: write({ dateStyle: 'long', timeStyle: 'short' }),
    time: write({ timeStyle: 'short' }),
    inZone: (timeZone) => formatFor({ ...reader, timeZone }),
    month: write({ month: 'long', year: 'numeric' }, new Intl.Locale(locale, { calendar: 'gregory' }).toString()),
    list: (items, type = 'and') => (type === 'and' ? and : or).format(items.map((item) => inARow(item, dir))),
    fileSize: (bytes) => fileSize(locale, bytes),
    language: (tag) => languageName(names, tag),
  }
}

/** Of "14:05:30", in milliseconds. */
const sinceMidnight = (clock: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return hours * hour + minutes * 60_000 + seconds * 1000
}

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const

const isWithoutTime = (at: Instant): boolean => typeof at === 'string' && /^\d{4}-\d{2}(?:-\d{2})?$/u.test(at)

const sizeUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Counted as the largest file is: in 1,024s, so that what is shown as 25 MB is not refused for being more than 25 MB. */
const fileSize = (locale: string, bytes: number): string => {
  const step = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), sizeUnits.length - 1)
  const value = bytes / 1024 ** step
  const unit = sizeUnits[step] ?? 'byte'
  return numberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value)
}

const languageName = (names: Intl.DisplayNames, tag: string): string => {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
