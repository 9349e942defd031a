import type { WorkingHours } from '../entities/person/person-tables.ts'
import { fine, wrong, type FieldType } from '../fields/field-type.ts'

const days = ['1', '2', '3', '4', '5', '6', '7']
const clock = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/
const mostSpans = 6

const span = { type: 'array', items: { type: 'string', pattern: clock.source }, minItems: 2, maxItems: 2 }

/** By weekday, Monday '1' to Sunday '7': spans from when to when, one after another. A day that is not named is free. */
export const workingHours: FieldType<WorkingHours> & { required: false } = {
  type: 'working-hours',
  required: false,
  editable: true,
  schema: {
    type: 'object',
    properties: Object.fromEntries(days.map((day) => [day, { type: 'array', items: span, maxItems: mostSpans }])),
    additionalProperties: false,
  },
  parse: parseHours,
  store: (value) => JSON.stringify(value),
  restore: (stored) => stored as WorkingHours,
  present: (value) => value,
}

function parseHours(input: unknown): ReturnType<typeof workingHours.parse> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return wrong({ code: 'wrongType' })
  const hours: WorkingHours = {}
  for (const [day, spans] of Object.entries(input)) {
    if (!days.includes(day)) return wrong({ code: 'unknown', at: day.slice(0, 20) })
    const given: unknown = spans
    if (!Array.isArray(given) || given.length > mostSpans || !given.every(isSpan))
      return wrong({ code: 'wrongType', at: day })
    if (given.some(([from, to]) => from >= to)) return wrong({ code: 'endsBeforeItBegins', at: day })
    if (given.some(([from], index) => index > 0 && from < given[index - 1]![1]))
      return wrong({ code: 'notInOrder', at: day })
    hours[day] = given
  }
  return fine(hours)
}

/** As HH:MM both compare like the times that they say. */
const isSpan = (span: unknown): span is [string, string] =>
  Array.isArray(span) && span.length === 2 && span.every((time) => typeof time === 'string' && clock.test(time))
