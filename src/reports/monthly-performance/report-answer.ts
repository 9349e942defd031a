import { instant, integer, named, object, orNull, string, wholeList } from '../../fields/json-schema.ts'
import { textAnswer } from '../../fields/multilingual-text/text-answer.ts'

const amount = orNull({ type: 'number' })
const list = (items: object) => ({ type: 'array', items })

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

export const reportAnswer = object({
  month: string,
  timeZone: string,
  figures: orNull(monthFigures),
  before: orNull(monthFigures),
  trend: list(object({ month: string, figures: monthFigures })),
  days: list(object({ day: string, opened: integer, closed: integer, backlog: integer })),
  groups: list(part),
  representatives: list(part),
  comments: list(
    object({ ticket: integer, group: string, score: integer, comment: textAnswer, customer: string, at: instant }),
  ),
  commentsWritten: integer,
  // what a sentence says decides which values it has
  sentences: list({ type: 'object', properties: { says: string }, required: ['says'], additionalProperties: true }),
  version: integer,
  versions: list(integer),
  definitions: integer,
  madeAt: instant,
  madeBy: orNull(named),
})

export const reportListAnswer = wholeList(
  object({ month: string, version: integer, versions: integer, madeAt: instant }),
)
