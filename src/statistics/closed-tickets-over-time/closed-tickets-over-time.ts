import { classification } from '../../fields/classification/classification.ts'
import { daySaying } from '../../fields/date-time/day.ts'
import { boolean, instant, integer, nullable, object, string } from '../../fields/json-schema.ts'
import { id } from '../../fields/user/user.ts'

export const grains = ['day', 'week', 'month'] as const
export type Grain = (typeof grains)[number]

/** More bars than this no graph holds. */
export const mostPoints = 1_100

export const splits = ['group', 'representative'] as const
export type SplitBy = (typeof splits)[number]

export const statisticForm = {
  from: daySaying('The first day of the range, which belongs to it whole: 2026-03-31, or an instant in it.'),
  to: daySaying(
    'The last day of the range, which belongs to it whole: 2026-03-31, or an instant in it. A week or a month that the range touches is shown whole.',
  ),
  by: classification({ required: false, values: grains }),
  split: classification({ required: false, values: splits }),
  /** Figures of one group alone. */
  group: id({ required: false }),
}

/** What is counted in a period; docs/figures.md defines each. */
export type Figures = {
  opened: number
  reopened: number
  closed: number
  duplicates: number
  /** By assignment, in and out; nothing over all groups. */
  moved: number
  /** Not closed at the period's end. */
  backlog: number
  ratings: number
  ratingAverage: number | null
}

/** Seconds, exact; null where nothing was measured, or where several groups would have to be put together. */
export type Times = { firstResponseMedian: number | null; resolutionMedian: number | null }

export type Split = Figures & Times & { id: string; name: string }

export type Point = Figures & Times & { starts: string; from: string; to: string; splits?: Split[] }

export type Statistic = {
  timeZone: string
  firstDayOfWeek: number
  by: Grain
  /** The organisation's calendar has changed: the figures are being counted anew and still stand in `timeZone`. */
  counting: boolean
  points: Point[]
  totals: Figures
  /** The same over as many periods before. */
  before: Figures
}

const amount = nullable('number')
/** The figures of one period, as an answer has them. */
export const figuresAnswer = {
  opened: integer,
  reopened: integer,
  closed: integer,
  duplicates: integer,
  moved: integer,
  backlog: integer,
  ratings: integer,
  ratingAverage: amount,
}
const times = { firstResponseMedian: amount, resolutionMedian: amount }

const split = object({ id: string, name: string, ...figuresAnswer, ...times })

export const statisticAnswer = object({
  timeZone: string,
  firstDayOfWeek: integer,
  by: { type: 'string', enum: grains },
  counting: boolean,
  points: {
    type: 'array',
    items: object(
      {
        starts: { type: 'string', format: 'date' },
        from: instant,
        to: instant,
        ...figuresAnswer,
        ...times,
        splits: { type: 'array', items: split },
      },
      ['splits'],
    ),
  },
  totals: object(figuresAnswer),
  before: object(figuresAnswer),
})
