// Which figures are shown, as the address says it; and where a bar leads.
import {
  statisticForm,
  type Point,
  type Statistic,
} from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { lines, type Line } from '../../statistics/closed-tickets-over-time/lines.ts'
import { splits, type SplitBy } from '../../statistics/closed-tickets-over-time/parts.ts'
import { closedBetween, duplicatesBetween } from '../look-back/closed-address.ts'
import type { Whose } from '../look-back/closed-address.ts'
import { endOf } from '../look-back/days.ts'
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

type Calendar = Pick<Statistic, 'by' | 'counting'>

export const edgesOf = ({ by, counting }: Calendar, point: Point): [from: string, to: string] =>
  counting ? [point.from, point.to] : [point.starts, endOf(by, point.starts)]

export const splitIn = ({ split }: Asked): SplitBy | undefined => splits.find((each) => each === split)
