// Days as figures count them, always Gregorian, written short: axes, chips and rows have little room.
import { daysLater } from '../../statistics/day.ts'
import type { Grain } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { gregorianFormat } from '../../words/date-format.ts'
import { dateOf, dayAndMonth, onCalendar, yearIfOther } from '../../statistics/period-names.ts'

export { periodName } from '../../statistics/period-names.ts'

/** 24 Oct; with the year where it is not this one. */
export const shortDay = (locale: string, day: string): string => {
  const date = dateOf(day)
  return gregorianFormat(locale, { ...dayAndMonth, ...yearIfOther([date.getUTCFullYear()]), ...onCalendar }).format(
    date,
  )
}

/** 24 Oct – 22 Nov */
export const shortRange = (locale: string, from: string, to: string): string => {
  const [first, last] = [dateOf(from), dateOf(to)]
  const years = yearIfOther([first.getUTCFullYear(), last.getUTCFullYear()])
  return gregorianFormat(locale, { ...dayAndMonth, ...years, ...onCalendar }).formatRange(first, last)
}

/** 22 Nov, 17:40, on the reader's clock. */
export const shortTime = (locale: string, timeZone: string, at: string): string => {
  const date = new Date(at)
  const years = yearIfOther([date.getFullYear()])
  const time = { hour: '2-digit', minute: '2-digit' } as const
  return gregorianFormat(locale, { ...dayAndMonth, ...years, ...('year' in years ? {} : time), timeZone }).format(date)
}

/** The last day of a period. */
export const endOf = (by: Grain, starts: string): string => {
  if (by === 'day') return starts
  if (by === 'week') return daysLater(starts, 6)
  return daysLater(`${daysLater(`${starts.slice(0, 7)}-01`, 32).slice(0, 7)}-01`, -1)
}
