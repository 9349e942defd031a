import type { Grain, Point } from './closed-tickets-over-time.ts'

/** What closed tickets are compared with: one line across the bars. */
export const lines = [
  'opened',
  'reopened',
  'backlog',
  'firstResponseMedian',
  'resolutionMedian',
  'ratingAverage',
] as const
export type Line = (typeof lines)[number]

/** Counts stand on the axis of the bars; hours and stars have one of their own. */
export const lineKind = (line: Line): 'count' | 'time' | 'stars' => {
  if (line === 'ratingAverage') return 'stars'
  return line === 'firstResponseMedian' || line === 'resolutionMedian' ? 'time' : 'count'
}

export const lineName = {
  opened: 'statistics:figure.opened',
  reopened: 'statistics:figure.reopened',
  backlog: 'statistics:figure.backlog',
  firstResponseMedian: 'statistics:line.firstResponse',
  resolutionMedian: 'statistics:line.resolution',
  ratingAverage: 'statistics:figure.ratingAverage',
} as const satisfies Record<Line, string>

export const lineOf = (line: Line, point: Pick<Point, Line>): number | null => point[line]

export const titles = {
  day: 'lookBack:graph.closedPerDay',
  week: 'lookBack:graph.closedPerWeek',
  month: 'lookBack:graph.closedPerMonth',
} as const satisfies Record<Grain, string>
