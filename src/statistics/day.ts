import type { Day } from '../fields/date-time/day.ts'
import { day as msOfDay } from '../fields/date-time/spans.ts'
import { gregorianFormat } from '../words/date-format.ts'

/** The day that a calendar on a wall in that zone shows. */
export function dayIn(timeZone: string, at: Day): string {
  if (typeof at === 'string') return at
  const parts = gregorianFormat('en', { ...onWall, timeZone }).formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)!.value.padStart(2, '0')
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

const onWall = { numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit' } as const

/** Whole days later, on the calendar. */
export function daysLater(from: string, days: number): string {
  const later = new Date(`${from}T00:00:00Z`)
  later.setUTCDate(later.getUTCDate() + days)
  return later.toISOString().slice(0, 10)
}

/** So many days, each a step of days after the one before. */
export function daysApart(from: string, step: number, count: number): string[] {
  const first = Date.parse(`${from}T00:00:00Z`) / msOfDay
  return Array.from({ length: count }, (_, turn) => dayOf(first + turn * step))
}

const known = new Map<number, string>()
/** About twenty-five years. */
const mostKnown = 10_000

/** The day that is so many after 1970 began. A graph of two years asks for the same 731 again and again. */
function dayOf(number: number): string {
  let day = known.get(number)
  if (day === undefined) {
    if (known.size >= mostKnown) known.clear()
    known.set(number, (day = new Date(number * msOfDay).toISOString().slice(0, 10)))
  }
  return day
}

/** Of days as 2026-03-31; negative where `to` is before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / msOfDay)

/** Months ('2026-03') later, or before. */
export function monthsLater(month: string, months: number): string {
  const first = new Date(`${month}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + months)
  return first.toISOString().slice(0, 7)
}
