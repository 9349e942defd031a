import type { Point, SplitBy, Statistic } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { lineOf, type Line } from '../../statistics/closed-tickets-over-time/lines.ts'
import type { Part, Parts } from '../../statistics/closed-tickets-over-time/parts.ts'
import type { Whose } from '../look-back/closed-address.ts'
import type { StackPart, Tone } from '../look-back/Stack.tsx'
import { closedIn } from './asked.ts'

/** What of the bars is whose: a group's or a representative's, and at last what the others closed. */
export type Series = {
  readonly key: string
  readonly name: string
  readonly tone: Tone
  /** In the order of the points. */
  readonly over: readonly number[]
  readonly whose: Whose | undefined
}

/** Nothing happened, and what it is compared with has nothing to draw either. */
export const isEmpty = (points: readonly Point[], line: Line): boolean =>
  points.every((point) => happenings.every((figure) => point[figure] === 0) && !lineOf(line, point))

const happenings = ['closed', 'opened', 'reopened', 'duplicates', 'moved'] as const

const tones = [1, 2, 3, 4] as const

/** The colour of a part in the bars and in the table: those that are told apart have their own. */
export const toneOf = (part: Pick<Part, 'over'>, place: number): Tone => (part.over && tones[place]) || 'rest'

/** Undefined while the parts are of other days than the graph. */
export function seriesOf(
  statistic: Statistic,
  parts: Parts | undefined,
  split: SplitBy | undefined,
  others: string,
): Series[] | undefined {
  const { points, by } = statistic
  if (!split || parts?.by !== by || parts.starts !== points[0]?.starts) return undefined
  const told = parts.parts.filter((part): part is Part & { over: number[] } => part.over?.length === points.length)
  const series = told.slice(0, tones.length).map(({ id, name, over }, index) => ({
    ...{ key: id, name, tone: toneOf({ over }, index), over },
    whose: split === 'group' ? { group: id } : { member: id },
  }))
  const rest = points.map(({ closed }, index) =>
    Math.max(
      0,
      series.reduce((left, { over }) => left - (over[index] ?? 0), closed),
    ),
  )
  const left = { key: 'others', name: others, tone: 'rest' as const, over: rest, whose: undefined }
  return rest.some((closed) => closed > 0) ? [...series, left] : series
}

/** One bar of all series; each leads to its own tickets. */
export const partsAt = (statistic: Statistic, series: readonly Series[], point: Point, index: number): StackPart[] =>
  series.map(({ key, name, tone, over, whose }) => ({
    ...{ key, name, tone, closed: over[index] ?? 0 },
    href: whose && closedIn(statistic, point, whose),
  }))
