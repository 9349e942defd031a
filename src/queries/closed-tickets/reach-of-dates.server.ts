import { sql, type RawBuilder, type SqlBool } from 'kysely'

type Moment = RawBuilder<Date> | Date
type DateColumn = 'opened_at' | 'closed_at'
type OrderColumn = DateColumn | 'ticket_number'

/**
 * How far in the order of one column a range of another can lie at all: no ticket opened until a day has a higher number than
 * the highest of them. Said beside the filter, it keeps a page of long ago from being looked for from the newest on. Each is
 * asked for month by month, one look at an index a month, so that it is exact in whatever order the tickets came.
 */
const highest = (column: OrderColumn, among: DateColumn, until: Moment): RawBuilder<Date> => sql`(
  select max(one.reach)
  from generate_series(${firstMonth(among)}, least(month_of(${until}), ${lastMonth(among)}), interval '1 month') as month
  cross join lateral (
    select ${sql.ref(`one.${column}`)} as reach
    from closing as one
    where month_of(${sql.ref(`one.${among}`)}) = month::date
    order by ${sql.ref(`one.${column}`)} desc
    limit 1
  ) as one
)`

const lowest = (column: OrderColumn, among: DateColumn, since: Moment): RawBuilder<Date> => sql`(
  select min(one.reach)
  from generate_series(greatest(month_of(${since}), ${firstMonth(among)}), ${lastMonth(among)}, interval '1 month') as month
  cross join lateral (
    select ${sql.ref(`one.${column}`)} as reach
    from closing as one
    where month_of(${sql.ref(`one.${among}`)}) = month::date
    order by ${sql.ref(`one.${column}`)}
    limit 1
  ) as one
)`

const firstMonth = (among: DateColumn) => sql`(select min(month_of(${sql.ref(`one.${among}`)})) from closing as one)`
const lastMonth = (among: DateColumn) => sql`(select max(month_of(${sql.ref(`one.${among}`)})) from closing as one)`

export const numberOfOpenedUntil = (moment: Moment): RawBuilder<SqlBool> =>
  sql`closing.ticket_number <= ${highest('ticket_number', 'opened_at', moment)}`
export const numberOfOpenedSince = (moment: Moment): RawBuilder<SqlBool> =>
  sql`closing.ticket_number >= ${lowest('ticket_number', 'opened_at', moment)}`
export const numberOfClosedSince = (moment: Moment): RawBuilder<SqlBool> =>
  numberOfOpenedSince(lowest('opened_at', 'closed_at', moment))
export const closedOfOpenedUntil = (moment: Moment): RawBuilder<SqlBool> =>
  sql`closing.closed_at <= ${highest('closed_at', 'opened_at', moment)}`
export const openedOfClosedSince = (moment: Moment): RawBuilder<SqlBool> =>
  sql`closing.opened_at >= ${lowest('opened_at', 'closed_at', moment)}`
