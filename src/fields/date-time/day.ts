import { dateTime, isOnTheCalendar } from './date-time.ts'
import { fine, wrong, type FieldType } from '../field-type.ts'

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
    // the calendar has no year 0
    return input >= '0001' && isOnTheCalendar(input) ? fine(input) : wrong({ code: 'wrongType' })
  },
  store: (value) => value,
  restore: (stored) => stored as Day,
  present: (value) => value,
}

/** The same, where it begins or ends something: what an instant means there is told with it. */
export const daySaying = (description: string): typeof day => ({ ...day, schema: { ...day.schema, description } })

const instant = dateTime({ required: true })
