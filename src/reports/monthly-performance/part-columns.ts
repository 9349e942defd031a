import type { Format } from '../../words/format.ts'
import type { Translate } from '../../words/key.ts'
import { stepOf, valueOf, type Measure, type Step } from './change.ts'
import type { MonthFigures, Part } from './monthly-performance.ts'

export type Column = {
  name: `statistics:figure.${Named}`
  measure: Measure
  of: (figures: MonthFigures) => number | null
}
type Named =
  | 'opened'
  | 'moved'
  | 'closed'
  | 'firstResponseTime'
  | 'resolutionTime'
  | 'declinedShare'
  | 'backlog'
  | 'ratingAverage'

export type PartKind = 'group' | 'representative'

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
export const partColumns: Readonly<Record<PartKind, readonly Column[]>> = {
  group: [cameIn.opened, cameIn.moved, ...andThen],
  representative: [cameIn.moved, ...andThen],
}

/** A value and, where it moved, by how much; a dash where there was nothing to measure. */
export function partCell(
  { measure, of }: Column,
  { figures, before }: Pick<Part, 'figures' | 'before'>,
  t: Translate,
  format: Format,
): { value: string; step: Step | null } {
  const value = of(figures)
  if (value === null) return { value: '–', step: null }
  const step = stepOf(measure, of(before), value, t, format)
  return { value: valueOf(measure, value, t, format), step: typeof step === 'string' ? null : step }
}
