/** Seconds. */
export type MeasuredTime = { median: number; p90: number }
type Both = { firstResponse: MeasuredTime | null; resolution: MeasuredTime | null }

/** How long things took over a whole range; null where nothing was measured. */
export type RangeTimes = Both & { before: Both }

const time = {
  anyOf: [
    {
      type: 'object',
      properties: { median: { type: 'number' }, p90: { type: 'number' } },
      required: ['median', 'p90'],
      additionalProperties: false,
    },
    { type: 'null' },
  ],
} as const
const both = { firstResponse: time, resolution: time }

export const rangeTimesAnswer = {
  type: 'object',
  properties: {
    ...both,
    before: {
      type: 'object',
      properties: both,
      required: ['firstResponse', 'resolution'],
      additionalProperties: false,
    },
  },
  required: ['firstResponse', 'resolution', 'before'],
  additionalProperties: false,
} as const
