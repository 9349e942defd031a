// Days as figures count them, always Gregorian, written short: axes, chips and rows have little room.
import { daysLater } from '../../statistics/day.ts'
import type { Grain } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import type { Translate } from '../../words/key.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making an Intl object costs a thousand times its use. */
const formatOf = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(new Intl.Locale(locale, { calendar: 'gregory' }).toString(), options)
  formats.set(key, made)
  return made
}

const dayAndMonth = { day: 'numeric', month: 'short' } as const
const onCalendar = { timeZone: 'UTC' } as const

const dateOf = (day: string): Date => new Date(day.length === 10 ? `${day}T00:00:00Z` : day)

const yearIfOther = (years: readonly number[]) =>
  years.every((year) => year === new Date().getFullYear()) ? {} : ({ year: 'numeric' } as const)

/** 24 Oct; with the year where it is not this one. */
export const shortDay = (locale: string, day: string): string => {
  const date = dateOf(day)
  return formatOf(locale, { ...dayAndMonth, ...yearIfOther([date.getUTCFullYear()]), ...onCalendar }).format(date)
}

/** 24 Oct – 22 Nov */
export const shortRange = (locale: string, from: string, to: string): string => {
  const [first, last] = [dateOf(from), dateOf(to)]
  const years = yearIfOther([first.getUTCFullYear(), last.getUTCFullYear()])
  return formatOf(locale, { ...dayAndMonth, ...years, ...onCalendar }).formatRange(first, last)
}

/** 22 Nov, 17:40, on the reader's clock. */
export const shortTime = (locale: string, timeZone: string, at: string): string => {
  const date = new Date(at)
  const years = yearIfOther([date.getFullYear()])
  const time = { hour: '2-digit', minute: '2-digit' } as const
  return formatOf(locale, { ...dayAndMonth, ...years, ...('year' in years ? {} : time), timeZone }).format(date)
}

/** Below a bar: 24 Oct, or Oct. */
export const shortPeriod = (locale: string, by: Grain, starts: string): string =>
  by === 'month'
    ? formatOf(locale, { month: 'short', ...onCalendar }).format(dateOf(starts))
    : formatOf(locale, { ...dayAndMonth, ...onCalendar }).format(dateOf(starts))

/** Beside a bar: Tue 17 Nov, the week of 16 Nov, November 2026. */
export const periodName = (t: Translate, by: Grain, starts: string): string => {
  const write = (options: Intl.DateTimeFormatOptions) =>
    formatOf(t.locale, { ...options, ...onCalendar }).format(dateOf(starts))
  if (by === 'month') return write({ month: 'long', year: 'numeric' })
  const years = yearIfOther([dateOf(starts).getUTCFullYear()])
  if (by === 'week') return t('lookBack:graph.weekOf', { day: write({ ...dayAndMonth, ...years }) })
  return write({ weekday: 'short', ...dayAndMonth, ...years })
}

/** The last day of a period. */
export const endOf = (by: Grain, starts: string): string => {
  if (by === 'day') return starts
  if (by === 'week') return daysLater(starts, 6)
  return daysLater(`${daysLater(`${starts.slice(0, 7)}-01`, 32).slice(0, 7)}-01`, -1)
}
