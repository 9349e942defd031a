import { fine, wrong, type FieldType } from '../field-type.ts'

/** A day of the calendar, in no time zone: YYYY-MM-DD everywhere, in the reader's way of writing it on the screen. */
export function date<const R extends boolean>(options: { required: R }): FieldType<string> & { required: R } {
  return {
    ...options,
    type: 'date',
    schema: { type: 'string', format: 'date' },
    editable: true,
    parse: (input) => {
      if (input === undefined || input === null || input === '') return wrong({ code: 'required' })
      return typeof input === 'string' && isDay(input) ? fine(input) : wrong({ code: 'wrongType' })
    },
    store: (value) => value,
    restore: (stored) => stored as string,
    present: (value) => value,
  }
}

/** JavaScript reads the 31st of February as the 3rd of March: a day that comes back as another one was none. */
function isDay(input: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(input) || input < '0001') return false
  const day = new Date(`${input}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === input
}
