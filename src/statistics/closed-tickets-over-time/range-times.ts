import { object, orNull } from '../../fields/json-schema.ts'

/** Seconds. */
export type MeasuredTime = { median: number; p90: number }
type Both = { firstResponse: MeasuredTime | null; resolution: MeasuredTime | null }

/** How long things took over a whole range; null where nothing was measured. */
export type RangeTimes = Both & { before: Both }

const time = orNull(object({ median: { type: 'number' }, p90: { type: 'number' } }))
const both = { firstResponse: time, resolution: time }

export const rangeTimesAnswer = object({ ...both, before: object(both) })
