// What is told below an axis, on the page and in pictures: as much as there is room for, and the year where it is not this one.
import { gregorianFormat } from '../words/date-format.ts'
import type { Grain } from './closed-tickets-over-time/closed-tickets-over-time.ts'
import { dateOf, onCalendar, shortPeriod, yearIfOther } from './period-names.ts'

export type AxisLabel = {
  readonly index: number
  readonly short: string
  /** Below it: at the first, and wherever another year begins. */
  readonly year?: string
}

/** More of them than this and single days say nothing: months are told. */
const mostSingle = { day: 92, week: 26, month: 0 } as const satisfies Record<Grain, number>
const months = [1, 2, 3, 6, 12, 24, 60, 120, 240]

/** `most`: how many names there is room for. */
export function axisLabels(locale: string, by: Grain, starts: readonly string[], most: number): AxisLabel[] {
  const byMonth = starts.length > mostSingle[by]
  const places = byMonth ? monthsOf(by, starts, most) : everyFew(starts.length, most)
  const years = starts.map((each) => dateOf(each).getUTCFullYear())
  const isTold = 'year' in yearIfOther(years)
  const writeYear = gregorianFormat(locale, { year: 'numeric', ...onCalendar })
  return places.map((index, place) => {
    const start = starts[index]!
    const before = places[place - 1]
    const short = shortPeriod(locale, byMonth ? 'month' : by, start)
    const isOther = before === undefined || years[before] !== years[index]
    return { index, short, ...(isTold && isOther && { year: writeYear.format(dateOf(start)) }) }
  })
}

/** Evenly, and none where its name would stand out at the end. */
function everyFew(count: number, most: number): number[] {
  const every = Math.ceil(count / most)
  return Array.from({ length: Math.ceil(count / every) }, (_, place) => place * every).filter(
    (index) => index === 0 || count - index >= every / 2,
  )
}

/** Where a month begins; of many the quarters, the years: so that a year’s first label is its January. */
function monthsOf(by: Grain, starts: readonly string[], most: number): number[] {
  const monthAt = (index: number) => Number(starts[index]!.slice(0, 4)) * 12 + Number(starts[index]!.slice(5, 7)) - 1
  const begun = starts.flatMap((start, index) => {
    const begins = index > 0 ? monthAt(index) !== monthAt(index - 1) : by === 'month' || start.endsWith('-01')
    return begins ? [index] : []
  })
  const steps = months.map((step) => begun.filter((index) => monthAt(index) % step === 0))
  return steps.find((places) => places.length > 0 && places.length <= most) ?? begun.slice(0, 1)
}
