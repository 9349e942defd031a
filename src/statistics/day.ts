import { dateTime } from '../fields/date-time/date-time.ts'
import { fine, wrong, type FieldType } from '../fields/field-type.ts'

/** A day on the organisation's calendar (2026-03-31), or an instant, which stands for the day that it lies in there. */
export type Day = string | Date

export const day: FieldType<Day> & { required: false } = {
  type: 'date-time',
  required: false,
  editable: true,
  schema: { type: 'string', description: 'A day of the organisation’s calendar (2026-03-31), or an instant in it.' },
  parse: (input) => {
    if (typeof input !== 'string') return wrong({ code: 'wrongType' })
    if (!/^\d{4}-\d{2}-\d{2}$/.test(input)) return instant.parse(input)
    const midnight = instant.parse(`${input}T00:00:00Z`)
    return midnight.ok ? fine(input) : midnight
  },
  store: (value) => value,
  restore: (stored) => stored as Day,
  present: (value) => value,
}

const instant = dateTime({ required: true })

/** The day that a calendar on a wall in that zone shows. */
export function dayIn(timeZone: string, at: Day): string {
  if (typeof at === 'string') return at
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)!.value.padStart(2, '0')
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

/** Whole days later, on the calendar. */
export function daysLater(from: string, days: number): string {
  const later = new Date(`${from}T00:00:00Z`)
  later.setUTCDate(later.getUTCDate() + days)
  return later.toISOString().slice(0, 10)
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
