// Which figures are shown, as the address says it; and where a bar leads.
import {
  splits,
  statisticForm,
  type Point,
  type SplitBy,
  type Statistic,
} from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { lines, type Line } from '../../statistics/closed-tickets-over-time/lines.ts'
import { isOfWhole } from '../../statistics/closed-tickets-over-time/parts.ts'
import { seesAll } from '../../permissions/sight.ts'
import { closedBetween, duplicatesBetween } from '../look-back/closed-address.ts'
import type { Whose } from '../look-back/closed-address.ts'
import { endOf } from '../look-back/days.ts'
import type { Me } from '../session.tsx'
import { pageAddress } from '../../web/page-address.ts'

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

export const addressOfAsked = (asked: Asked): string => pageAddress('/statistics', asked)

/** Exactly the closings that a point counts: docs/figures.md. While figures are counted anew, days are another calendar's. */
export const closedIn = (statistic: Calendar, point: Point, whose: Whose = {}): string =>
  closedBetween(...edgesOf(statistic, point), whose)

export const duplicatesIn = (statistic: Calendar, point: Point, whose: Whose = {}): string =>
  duplicatesBetween(...edgesOf(statistic, point), whose)

/** The closings of all points together; with `score` those that have stars. */
export const closedInAll = (statistic: Calendar & Pick<Statistic, 'points'>, whose: Whose, score?: string): string => {
  const [first, last] = [statistic.points[0], statistic.points.at(-1)]
  return first && last
    ? closedBetween(edgesOf(statistic, first)[0], edgesOf(statistic, last)[1], whose, score)
    : '/closed'
}

/** Whose tickets figures lead to: the group's that is asked for, or the only one's whose figures the reader sees. */
export const groupIn = ({ group }: Asked, reader: Pick<Me, 'permissions' | 'groups'>): string | undefined => {
  if (group !== undefined || seesAll({ permissions: new Set(reader.permissions) })) return group
  // the list is narrowed by one group alone
  return reader.groups.length === 1 ? reader.groups[0]?.id : undefined
}

type Calendar = Pick<Statistic, 'by' | 'counting'>

export const edgesOf = ({ by, counting }: Calendar, point: Point): [from: string, to: string] =>
  counting ? [point.from, point.to] : [point.starts, endOf(by, point.starts)]

export const splitIn = ({ split }: Asked): SplitBy | undefined => splits.find((each) => each === split)

/** By whom the bars of the graph are told apart; the table below it has the others too. */
export const stackedIn = (asked: Asked, reader: Pick<Me, 'permissions'>): SplitBy | undefined => {
  const split = splitIn(asked)
  return split && isOfWhole(split, { permissions: new Set(reader.permissions) }) ? split : undefined
}
