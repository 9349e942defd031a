// Which figures are shown, as the address says it; and where a bar leads.
import {
  statisticForm,
  type Figures,
  type Point,
  type Statistic,
} from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { lines, type Line } from '../../statistics/closed-tickets-over-time/lines.ts'
import { addressOf } from '../../web/api.ts'
import { closedBetween, duplicatesBetween } from '../look-back/closed-address.ts'
import type { Whose } from '../look-back/closed-address.ts'
import { endOf } from '../look-back/days.ts'

export type Asked = { readonly [Name in keyof typeof statisticForm | 'as' | 'line']?: string }

/** What the statistic does not take is left out, as if it had not been said. */
export const askedIn = (search: Readonly<Record<string, unknown>>): Asked => ({
  ...(search['as'] === 'table' && { as: 'table' }),
  ...(lines.some((line) => line === search['line']) && { line: search['line'] as Line }),
  ...Object.fromEntries(
    Object.entries(statisticForm).flatMap(([name, field]) => {
      const given = search[name]
      return typeof given === 'string' && given && field.parse(given).ok ? [[name, given]] : []
    }),
  ),
})

/** What closed tickets are compared with in the graph. */
export const lineIn = (asked: Asked): Line => lines.find((line) => line === asked.line) ?? 'opened'

export const addressOfAsked = (asked: Asked): string => addressOf('/statistics', asked)

/** Exactly the closings that a point counts: docs/figures.md. While figures are counted anew, days are another calendar's. */
export const closedIn = (statistic: Calendar, point: Point, whose: Whose = {}): string =>
  closedBetween(...edgesOf(statistic, point), whose)

export const duplicatesIn = (statistic: Calendar, point: Point, whose: Whose = {}): string =>
  duplicatesBetween(...edgesOf(statistic, point), whose)

type Calendar = Pick<Statistic, 'by' | 'counting'>

const edgesOf = ({ by, counting }: Calendar, point: Point): [from: string, to: string] =>
  counting ? [point.from, point.to] : [point.starts, endOf(by, point.starts)]

export type Whole = { readonly id: string; readonly name: string } & Pick<
  Figures,
  'opened' | 'moved' | 'closed' | 'backlog'
> & {
    readonly ratingAverage: number | null
    /** What closed in each period, in their order. */
    readonly over: readonly number[]
  }

/** Each group or representative over all points: what happened is summed, what stands is as it stood last. */
export const splitsOver = (points: readonly Point[]): Whole[] => {
  const wholes = new Map<string, Whole & { ratings: number; stars: number; over: number[] }>()
  points.forEach(({ splits = [] }, index) => {
    for (const split of splits) {
      const sofar = wholes.get(split.id)
      const ratings = (sofar?.ratings ?? 0) + split.ratings
      const stars = (sofar?.stars ?? 0) + (split.ratingAverage ?? 0) * split.ratings
      wholes.set(split.id, {
        id: split.id,
        name: split.name,
        opened: (sofar?.opened ?? 0) + split.opened,
        moved: (sofar?.moved ?? 0) + split.moved,
        closed: (sofar?.closed ?? 0) + split.closed,
        backlog: split.backlog,
        ratings,
        stars,
        ratingAverage: ratings > 0 ? stars / ratings : null,
        over: (sofar?.over ?? points.map(() => 0)).with(index, split.closed),
      })
    }
  })
  return [...wholes.values()].toSorted((one, other) => other.closed - one.closed || one.name.localeCompare(other.name))
}
