import { byteOrderMark, csvLine, type CsvValue } from '../../server/files/csv.ts'
import type { Figures, Statistic, Times } from './closed-tickets-over-time.ts'

const counts = ['opened', 'reopened', 'closed', 'duplicates', 'moved', 'backlog', 'ratings'] as const
const amounts = ['ratingAverage', 'firstResponseMedian', 'resolutionMedian'] as const

/**
 * The points of the graph for programs: names as on the wire, times in seconds, each period's beginning and end in UTC. Told
 * apart by group or representative, a line each follows the line of the whole.
 */
export function statisticCsv({ points }: Pick<Statistic, 'points'>): string {
  const isSplit = points.some(({ splits }) => splits !== undefined)
  const head = ['starts', 'from', 'to', ...(isSplit ? ['partId', 'part'] : []), ...counts, ...amounts]
  const lines = points.flatMap(({ starts, from, to, splits = [], ...whole }) => [
    [starts, from, to, ...(isSplit ? [null, null] : []), ...valuesOf(whole)],
    ...splits.map(({ id, name, ...part }) => [starts, from, to, id, name, ...valuesOf(part)]),
  ])
  return byteOrderMark + [head, ...lines].map((cells) => csvLine(cells)).join('')
}

const valuesOf = (figures: Figures & Times): CsvValue[] => [
  ...counts.map((name) => figures[name]),
  ...amounts.map((name) => figures[name]),
]
