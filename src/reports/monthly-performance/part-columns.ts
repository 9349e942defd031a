import type { SplitBy } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import type { Format } from '../../words/format.ts'
import type { Translate } from '../../words/key.ts'
import { stepOf, valueOf, type Measure, type Step } from './change.ts'
import type { MonthFigures, Part } from './monthly-performance.ts'

type Measured = { measure: Measure; of: (figures: MonthFigures) => number | null }
/** Several figures in one cell, which are not compared. */
type Said = { says: (figures: MonthFigures, format: Format) => string }
export type Column = { name: `statistics:figure.${Named}` | `report:figure.${Further}` | AtEnd } & (Measured | Said)

type AtEnd = `glossary:status.${'open' | 'inProgress' | 'responded'}`
type Further = 'firstResponseP90' | 'resolutionP90' | 'distribution'
type Named =
  | 'reopened'
  | 'reopenedShare'
  | 'duplicates'
  | 'opened'
  | 'moved'
  | 'closed'
  | 'firstResponseTime'
  | 'resolutionTime'
  | 'declinedShare'
  | 'backlog'
  | 'ratingAverage'

/** A new ticket is with the support desk: what a representative has came by assignment, and that none opened says nothing. */
const cameIn = {
  opened: { name: 'statistics:figure.opened', measure: 'count', of: (figures) => figures.opened },
  moved: { name: 'statistics:figure.moved', measure: 'plain', of: (figures) => figures.moved },
} satisfies Record<string, Column>

const andThen: readonly Column[] = [
  { name: 'statistics:figure.closed', measure: 'moreIsBetter', of: (figures) => figures.closed },
  { name: 'statistics:figure.firstResponseTime', measure: 'time', of: (figures) => figures.firstResponseMedian },
  { name: 'statistics:figure.resolutionTime', measure: 'time', of: (figures) => figures.resolutionMedian },
  { name: 'statistics:figure.declinedShare', measure: 'share', of: (figures) => figures.declinedShare },
  { name: 'statistics:figure.backlog', measure: 'lessIsBetter', of: (figures) => figures.backlog },
  { name: 'statistics:figure.ratingAverage', measure: 'stars', of: (figures) => figures.ratingAverage },
]

/** What is told of a group or a representative, each against the month before: on the page, on paper and in the mail. */
export const partColumns: Readonly<Record<SplitBy, readonly Column[]>> = {
  group: [cameIn.opened, cameIn.moved, ...andThen],
  representative: [cameIn.moved, ...andThen],
}

/** The rest of what is told of each, in a table of its own: one line of all of it would fit on no paper. */
export const furtherColumns: readonly Column[] = [
  { name: 'glossary:status.open', measure: 'plain', of: (figures) => figures.open },
  { name: 'glossary:status.inProgress', measure: 'plain', of: (figures) => figures.inProgress },
  { name: 'glossary:status.responded', measure: 'plain', of: (figures) => figures.responded },
  { name: 'report:figure.firstResponseP90', measure: 'time', of: (figures) => figures.firstResponseP90 },
  { name: 'report:figure.resolutionP90', measure: 'time', of: (figures) => figures.resolutionP90 },
  { name: 'statistics:figure.reopened', measure: 'lessIsBetter', of: (figures) => figures.reopened },
  { name: 'statistics:figure.reopenedShare', measure: 'share', of: (figures) => figures.reopenedShare },
  { name: 'statistics:figure.duplicates', measure: 'plain', of: (figures) => figures.duplicates },
  {
    name: 'report:figure.distribution',
    says: ({ ratings, distribution }, format) =>
      ratings === 0 ? '–' : distribution.map((count) => format.number(count)).join(' · '),
  },
]

/** A column's heading; a status is the one at the month's end. */
export const headOf = ({ name }: Column, t: Translate): string =>
  name.startsWith('glossary:') ? t('report:figure.atEnd', { status: t(name) }) : t(name)

/** A value and, where it moved, by how much; a dash where there was nothing to measure. */
export function partCell(
  column: Column,
  { figures, before }: Pick<Part, 'figures' | 'before'>,
  t: Translate,
  format: Format,
): { value: string; step: Step | null } {
  if ('says' in column) return { value: column.says(figures, format), step: null }
  const { measure, of } = column
  const value = of(figures)
  if (value === null) return { value: '–', step: null }
  const step = stepOf(measure, of(before), value, t, format)
  return { value: valueOf(measure, value, t, format), step: typeof step === 'string' ? null : step }
}
