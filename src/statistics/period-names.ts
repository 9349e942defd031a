// Periods as figures count them, always Gregorian, written short: axes and rows have little room.
import { gregorianFormat } from '../words/date-format.ts'
import type { Translate } from '../words/key.ts'
import type { Grain } from './closed-tickets-over-time/closed-tickets-over-time.ts'

export const dayAndMonth = { day: 'numeric', month: 'short' } as const
export const onCalendar = { timeZone: 'UTC' } as const

/** A day, YYYY-MM-DD, as its midnight in UTC; a moment, ISO 8601, as itself. */
export const dateOf = (day: string): Date => new Date(day.length === 10 ? `${day}T00:00:00Z` : day)

/** The options that write the year, unless all of them are this one. */
export const yearIfOther = (years: readonly number[]) =>
  years.every((year) => year === new Date().getFullYear()) ? {} : ({ year: 'numeric' } as const)

/** Below a bar: 24 Oct, or Oct. */
export const shortPeriod = (locale: string, by: Grain, starts: string): string =>
  by === 'month'
    ? gregorianFormat(locale, { month: 'short', ...onCalendar }).format(dateOf(starts))
    : gregorianFormat(locale, { ...dayAndMonth, ...onCalendar }).format(dateOf(starts))

/** Beside a bar: Tue 17 Nov, the week of 16 Nov, November 2026. */
export const periodName = (t: Translate, by: Grain, starts: string): string => {
  const write = (options: Intl.DateTimeFormatOptions) =>
    gregorianFormat(t.locale, { ...options, ...onCalendar }).format(dateOf(starts))
  if (by === 'month') return write({ month: 'long', year: 'numeric' })
  const years = yearIfOther([dateOf(starts).getUTCFullYear()])
  if (by === 'week') return t('lookBack:graph.weekOf', { day: write({ ...dayAndMonth, ...years }) })
  return write({ weekday: 'short', ...dayAndMonth, ...years })
}
