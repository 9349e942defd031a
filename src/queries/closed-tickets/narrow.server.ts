import { sql, type ExpressionBuilder, type RawBuilder, type SqlBool } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { Day } from '../../fields/date-time/day.ts'
import type { Filled } from '../../fields/form.ts'
import { daysLater } from '../../statistics/day.ts'
import { beginOf, endOf } from '../day-edges.server.ts'
import { usualSort, type closedTicketsFilters } from './closed-tickets.ts'
import {
  closedOfOpenedUntil,
  numberOfClosedSince,
  numberOfOpenedSince,
  numberOfOpenedUntil,
  openedOfClosedSince,
} from './reach-of-dates.server.ts'

type Moment = RawBuilder<Date> | Date

/** `custom`: the condition on the ticket's added fields; see ../custom-filter.server.ts. */
export type Filters = Filled<typeof closedTicketsFilters> & { custom?: RawBuilder<SqlBool> | undefined }

/**
 * The filters on the closing itself, one condition a line; sight and words are the ticket's. Nothing closes before it opened, but
 * for a clock that was set back: said beside the filter, with a day to spare, it keeps a range of one date from being looked for
 * through all of the other.
 */
export const narrowed = (asked: Filters, timeZone: string) => (eb: ExpressionBuilder<Tables, 'closing'>) => {
  const { closedFrom, closedTo, openedFrom, openedTo, reopened = 'no' } = asked
  return eb.and([
    ...(endsBeforeItBegins(asked) ? [eb.lit(false)] : []),
    ...(closedFrom === undefined ? [] : [eb('closing.closed_at', '>=', beginOf(closedFrom, timeZone))]),
    ...(closedTo === undefined
      ? []
      : [
          eb('closing.closed_at', '<', endOf(closedTo, timeZone)),
          eb('closing.opened_at', '<', aDayAfter(endOf(closedTo, timeZone))),
        ]),
    ...(openedFrom === undefined
      ? []
      : [
          eb('closing.opened_at', '>=', beginOf(openedFrom, timeZone)),
          eb('closing.closed_at', '>=', aDayBefore(beginOf(openedFrom, timeZone))),
        ]),
    ...(openedTo === undefined ? [] : [eb('closing.opened_at', '<', endOf(openedTo, timeZone))]),
    ...withinReach(asked, timeZone),
    ...(asked.number === undefined ? [] : [eb('closing.ticket_number', '=', asked.number)]),
    ...(asked.group === undefined ? [] : [eb('closing.group_id', '=', asked.group)]),
    ...(asked.member === undefined ? [] : [eb('closing.member_id', '=', asked.member)]),
    ...(asked.customer === undefined ? [] : [eb('closing.customer_id', '=', asked.customer)]),
    ...(asked.organisation === undefined
      ? []
      : [
          eb(
            'closing.customer_id',
            'in',
            sql<string>`(select id from users where organisation_id = ${asked.organisation}::uuid)`,
          ),
        ]),
    ...(asked.ended === undefined ? [] : [eb('closing.ended', 'in', asked.ended)]),
    ...(asked.score === undefined ? [] : [hasScore(asked.score, asked.sort)]),
    ...(reopened === 'any' ? [] : [eb('closing.reopened_at', reopened === 'yes' ? 'is not' : 'is', null)]),
  ])
}

const aDayAfter = (moment: Moment) => sql<Date>`(${moment}::timestamptz + interval '1 day')`
const aDayBefore = (moment: Moment) => sql<Date>`(${moment}::timestamptz - interval '1 day')`

/** The planner takes a range that ends before it begins for an ordinary one, and looks for its first fifty through everything. */
function endsBeforeItBegins({ closedFrom, closedTo, openedFrom, openedTo }: Filters): boolean {
  const isNever = (from?: Day, to?: Day) => typeof from === 'string' && typeof to === 'string' && from > to
  const dayBefore = typeof openedFrom === 'string' ? daysLater(openedFrom, -1) : undefined
  return isNever(closedFrom, closedTo) || isNever(openedFrom, openedTo) || isNever(dayBefore, closedTo)
}

/** Where in its order the list can begin and end, by the dates that it is narrowed by. */
function withinReach({ sort, ...asked }: Filters, timeZone: string): RawBuilder<SqlBool>[] {
  if (asked.number !== undefined) return []
  const reaches: RawBuilder<SqlBool>[] = []
  const add = (day: Day | undefined, at: typeof endOf, reach: (moment: Moment) => RawBuilder<SqlBool>) =>
    day !== undefined && reaches.push(reach(at(day, timeZone)))
  if (sort === 'number' || sort === '-number') {
    add(asked.closedTo, (day, zone) => aDayAfter(endOf(day, zone)), numberOfOpenedUntil)
    add(asked.openedTo, endOf, numberOfOpenedUntil)
    add(asked.openedFrom, beginOf, numberOfOpenedSince)
    add(asked.closedFrom, beginOf, numberOfClosedSince)
  }
  if (sort === undefined || sort === usualSort) add(asked.openedTo, endOf, closedOfOpenedUntil)
  if (sort === 'openedAt') add(asked.closedFrom, beginOf, openedOfClosedSince)
  return reaches
}

/** As the index of the order has it: not rated stands for 0, or for 6 where the worst come first. */
function hasScore(scores: readonly string[], sort: Filters['sort']) {
  const none = sort === 'score' ? 6 : 0
  const wanted = scores.map((score) => (score === 'none' ? none : Number(score)))
  return sql<SqlBool>`coalesce(closing.score, ${sql.lit(none)}::smallint) = any (${wanted}::smallint[])`
}
