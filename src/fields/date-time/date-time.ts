import { fine, wrong, type FieldType } from '../field-type.ts'

/** An instant. ISO 8601 with an offset or Z over the wire, UTC in the table, the reader's zone on the screen. */
export function dateTime(options: { required: boolean | 'when ended' }): FieldType<Date> {
  return {
    ...options,
    type: 'date-time',
    schema: { type: 'string', format: 'date-time' },
    editable: false,
    parse: (input) => {
      if (input === undefined || input === null || input === '') return wrong({ code: 'required' })
      if (typeof input !== 'string' || !iso8601.test(input) || !isOnTheCalendar(input))
        return wrong({ code: 'wrongType' })
      const instant = new Date(input)
      return isKeepable(instant) ? fine(instant) : wrong({ code: 'wrongType' })
    },
    store: (value) => value.toISOString(),
    restore: (stored) => (stored instanceof Date ? stored : new Date(String(stored))),
    present: (value) => value.toISOString(),
  }
}

/** In every zone within the years that have four digits: PostgreSQL reads others in no text, and no other program knows them. */
export const isKeepable = (at: Date): boolean => at >= first && at < last

const first = new Date('0001-01-02T00:00:00Z')
const last = new Date('9999-12-31T00:00:00Z')

// With an offset: a time without one means another instant to every reader.
const iso8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** JavaScript reads the 31st of February as the 3rd of March, and 24:00 as the next day. */
export function isOnTheCalendar(input: string): boolean {
  const [year, month, day] = input.slice(0, 10).split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  return month >= 1 && month <= 12 && day >= 1 && day <= last && input.slice(11, 13) !== '24'
}
