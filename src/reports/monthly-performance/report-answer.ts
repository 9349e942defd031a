const integer = { type: 'integer' } as const
const amount = { anyOf: [{ type: 'number' }, { type: 'null' }] } as const
const string = { type: 'string' } as const
const instant = { type: 'string', format: 'date-time' } as const
const list = (items: object) => ({ type: 'array', items })
const maybe = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })
const object = (properties: Record<string, object>, optional: string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})

const monthFigures = object({
  ...Object.fromEntries(
    ['opened', 'reopened', 'closed', 'duplicates', 'moved', 'offered', 'declined', 'firstResponses', 'ratings']
      .concat('backlog', 'open', 'inProgress', 'responded')
      .map((name) => [name, integer]),
  ),
  ...Object.fromEntries(
    ['reopenedShare', 'declinedShare', 'firstResponseMedian', 'firstResponseP90', 'resolutionMedian', 'resolutionP90']
      .concat('ratingAverage')
      .map((name) => [name, amount]),
  ),
  distribution: list(integer),
})

const part = object({ id: string, name: string, figures: monthFigures, before: monthFigures })

const text = object({
  source: string,
  texts: {
    type: 'object',
    additionalProperties: object({ text: string, outdated: { type: 'boolean' }, machine: { type: 'boolean' } }, [
      'outdated',
      'machine',
    ]),
  },
})

export const reportAnswer = object({
  month: string,
  timeZone: string,
  figures: maybe(monthFigures),
  before: maybe(monthFigures),
  trend: list(object({ month: string, figures: monthFigures })),
  days: list(object({ day: string, opened: integer, closed: integer, backlog: integer })),
  groups: list(part),
  representatives: list(part),
  comments: list(
    object({ ticket: integer, group: string, score: integer, comment: text, customer: string, at: instant }),
  ),
  commentsWritten: integer,
  // what a sentence says decides which values it has
  sentences: list({ type: 'object', properties: { says: string }, required: ['says'], additionalProperties: true }),
  version: integer,
  versions: list(integer),
  definitions: integer,
  madeAt: instant,
  madeBy: maybe(object({ id: string, name: string })),
})

export const reportListAnswer = object({
  items: list(object({ month: string, version: integer, versions: integer, madeAt: instant })),
  next: { type: 'null' },
})
