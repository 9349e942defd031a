import type { Filled } from '../../fields/form.ts'
import { refuseFields } from '../../server/errors/refusal.ts'
import { dayIn, daysApart, daysBetween, daysLater, monthsLater } from '../day.ts'
import { mostPoints, type Grain, type statisticForm } from './closed-tickets-over-time.ts'

/** The periods to show: the first of them, and how many. */
export type Range = { by: Grain; starts: string; points: number }

/** Where nobody says since when: thirty days, twelve weeks, twelve months. */
const usualBegin: Record<Grain, (last: string) => string> = {
  day: (last) => daysLater(last, -29),
  week: (last) => daysLater(last, -7 * 11),
  month: (last) => `${monthsLater(last.slice(0, 7), -11)}-01`,
}

/** The periods that the days asked for touch, and none of the future. */
export function rangeOf(
  { by = 'day', from, to }: Filled<typeof statisticForm>,
  { timeZone, firstDayOfWeek }: { timeZone: string; firstDayOfWeek: number },
  now: Date,
): Range {
  const today = dayIn(timeZone, now)
  const first = from === undefined ? undefined : dayIn(timeZone, from)
  const last = to !== undefined ? dayIn(timeZone, to) : first !== undefined && first > today ? first : today
  if (first !== undefined && !isCounted(first)) refuseFields({ field: 'from', code: 'wrongType' })
  if (!isCounted(last)) refuseFields({ field: 'to', code: 'wrongType' })
  const begins = first ?? usualBegin[by](last)
  if (begins > last) refuseFields({ field: 'to', code: 'notInList' })
  const starts = startOf(by, begins, firstDayOfWeek)
  const points = periodsBetween(by, starts, startOf(by, last < today ? last : today, firstDayOfWeek)) + 1
  if (points > mostPoints) refuseFields({ field: 'from', code: 'outOfRange', min: 1, max: mostPoints })
  return { by, starts, points: Math.max(points, 1) }
}

/** The periods around it are days of the calendar, too: those before as many again, and the end of the last. */
const isCounted = (day: string): boolean => day >= '1900' && day < '9999'

/** The first day, YYYY-MM-DD, of the period that holds this one. `firstDayOfWeek` counts from Monday, 1, to Sunday, 7. */
function startOf(by: Grain, day: string, firstDayOfWeek: number): string {
  if (by === 'day') return day
  if (by === 'month') return `${day.slice(0, 7)}-01`
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  return daysLater(day, -((weekday - firstDayOfWeek + 7) % 7))
}

/** The day on which each period of the range begins, and at the end the one on which the last is over. */
export function edgesOf({ by, starts, points }: Range): string[] {
  if (by !== 'month') return daysApart(starts, by === 'week' ? 7 : 1, points + 1)
  return Array.from({ length: points + 1 }, (_, turn) => `${monthsLater(starts.slice(0, 7), turn)}-01`)
}

function periodsBetween(by: Grain, first: string, last: string): number {
  if (by === 'day') return daysBetween(first, last)
  if (by === 'week') return daysBetween(first, last) / 7
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return months(last) - months(first)
}
