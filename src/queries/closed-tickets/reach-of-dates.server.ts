import { sql, type RawBuilder, type SqlBool } from 'kysely'

type Moment = RawBuilder<Date> | Date
type DateColumn = 'opened_at' | 'closed_at'
type OrderColumn = DateColumn | 'ticket_number'

const ends = { highest: { most: sql`max`, order: sql`desc` }, lowest: { most: sql`min`, order: sql`asc` } }

/**
 * How far in the order of one column a range of another can lie at all: no ticket opened until a day has a higher number than
 * the highest of them. Said beside the filter, it keeps a page of long ago from being looked for from the newest on. Each month
 * of the range is asked for by itself, one look at an index a month, so that it is exact in whatever order the tickets came.
 */
function reach<Value>(
  end: keyof typeof ends,
  column: OrderColumn,
  among: DateColumn,
  [from, to]: readonly [RawBuilder<unknown>, RawBuilder<unknown>],
): RawBuilder<Value> {
  const { most, order } = ends[end]
  return sql`(
    select ${most}(look.reach)
    from generate_series(${from}, ${to}, interval '1 month') as month
    cross join lateral (
      select ${sql.ref(`one.${column}`)} as reach
      from closing as one
      where ${monthOf(among)} = month::date
      order by ${sql.ref(`one.${column}`)} ${order}
      limit 1
    ) as look
  )`
}

const monthOf = (date: DateColumn) => sql`month_of(${sql.ref(`one.${date}`)})`
const firstMonth = (among: DateColumn) => sql`(select min(${monthOf(among)}) from closing as one)`
const lastMonth = (among: DateColumn) => sql`(select max(${monthOf(among)}) from closing as one)`

/** A day of the year 9999 asks for no month that has no ticket. */
const until = (moment: Moment, among: DateColumn) =>
  [firstMonth(among), sql`least(month_of(${moment}), ${lastMonth(among)})`] as const
const since = (moment: Moment, among: DateColumn) =>
  [sql`greatest(month_of(${moment}), ${firstMonth(among)})`, lastMonth(among)] as const

export const numberOfOpenedUntil = (moment: Moment): RawBuilder<SqlBool> =>
  sql`closing.ticket_number <= ${reach('highest', 'ticket_number', 'opened_at', until(moment, 'opened_at'))}`
export const numberOfOpenedSince = (moment: Moment): RawBuilder<SqlBool> =>
  sql`closing.ticket_number >= ${reach('lowest', 'ticket_number', 'opened_at', since(moment, 'opened_at'))}`
export const numberOfClosedSince = (moment: Moment): RawBuilder<SqlBool> => numberOfOpenedSince(firstOpening(moment))
export const closedOfOpenedUntil = (moment: Moment): RawBuilder<SqlBool> =>
  sql`closing.closed_at <= ${reach('highest', 'closed_at', 'opened_at', until(moment, 'opened_at'))}`
export const openedOfClosedSince = (moment: Moment): RawBuilder<SqlBool> =>
  sql`closing.opened_at >= ${firstOpening(moment)}`

/** Of those closed since then. */
const firstOpening = (moment: Moment) => reach<Date>('lowest', 'opened_at', 'closed_at', since(moment, 'closed_at'))
