import type { FigureColumn } from '../../entities/figure-tables.ts'
import type { MonthFigures } from './monthly-performance.ts'

/** A month's cell, with how many tickets stood in each status at its end. */
export type MonthCell = Record<FigureColumn, number> & {
  starts: string
  stands_open: number
  stands_in_progress: number
  stands_responded: number
  response_median: number | null
  response_p90: number | null
  resolution_median: number | null
  resolution_p90: number | null
}

/** The figures of a month out of the cells of all months: where it has none, what stood before still stands. */
export function figuresOfMonth(cells: readonly MonthCell[], month: string): MonthFigures {
  const cell = cells.find(({ starts }) => starts.startsWith(month))
  const last = cell ?? cells.findLast(({ starts }) => starts < month)
  const standing = {
    open: last?.stands_open ?? 0,
    inProgress: last?.stands_in_progress ?? 0,
    responded: last?.stands_responded ?? 0,
  }
  return {
    ...counts(cell),
    ...standing,
    backlog: standing.open + standing.inProgress + standing.responded,
    ...ratings(cell),
    firstResponseMedian: cell?.response_median ?? null,
    firstResponseP90: cell?.response_p90 ?? null,
    resolutionMedian: cell?.resolution_median ?? null,
    resolutionP90: cell?.resolution_p90 ?? null,
  }
}

function counts(cell: MonthCell | undefined) {
  const of = (column: FigureColumn) => cell?.[column] ?? 0
  return {
    opened: of('opened'),
    reopened: of('reopened'),
    closed: of('closed'),
    duplicates: of('duplicates'),
    moved: of('moved'),
    offered: of('offered'),
    declined: of('declined'),
    firstResponses: of('first_responses'),
    reopenedShare: share(of('reopened'), of('closed') + of('duplicates')),
    declinedShare: share(of('declined'), of('offered')),
  }
}

function ratings(cell: MonthCell | undefined): Pick<MonthFigures, 'ratings' | 'ratingAverage' | 'distribution'> {
  const distribution: MonthFigures['distribution'] = cell
    ? [cell.rated_1, cell.rated_2, cell.rated_3, cell.rated_4, cell.rated_5]
    : [0, 0, 0, 0, 0]
  const given = distribution.reduce((all, some) => all + some, 0)
  const stars = distribution.reduce((all, some, index) => all + some * (index + 1), 0)
  return { ratings: given, ratingAverage: share(stars, given), distribution }
}

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)
