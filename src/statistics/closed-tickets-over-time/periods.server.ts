import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { instantOf, nobody } from '../places.server.ts'
import type { Times } from './closed-tickets-over-time.ts'
import type { Range } from './range.server.ts'
import { countNames, type Counts, type Period } from './totals.ts'

type Db = Kysely<Tables>

export type TimedPeriod = Period & Times & { starts: string; from: Date; to: Date }

/** The periods of the range, and before them as many again, each with its figures; days on which nothing happened too. */
export async function readPeriods(
  db: Db,
  timeZone: string,
  { by, starts, points }: Range,
  groups: readonly string[] | null,
): Promise<TimedPeriod[]> {
  const step = sql`('1 ' || ${by}::text)::interval`
  const { rows } = await sql<Row>`
    with period as (
      select starts::date as starts, (starts + ${step})::date as next
      from generate_series(
        ${starts}::date - ${points}::int * ${step}, ${starts}::date + ${points - 1}::int * ${step}, ${step}
      ) as starts
    ), cells as (
      select figure_cell.starts,
        ${sql.join(countNames.map((name) => sql`sum(${sql.ref(name)})::int as ${sql.ref(name)}`))},
        sum(open + in_progress + responded)::int as change,
        case when count(*) = 1 then max(response_median) end as "firstResponseMedian",
        case when count(*) = 1 then max(resolution_median) end as "resolutionMedian"
      from figure_cell
      where ${whose(groups)} and grain = ${by}
        and figure_cell.starts >= ${starts}::date - ${points}::int * ${step}
      group by figure_cell.starts
    )
    select period.starts::text, ${instantOf(sql`period.starts`, timeZone)} as "from",
      ${instantOf(sql`period.next`, timeZone)} as "to",
      ${sql.join(countNames.map((name) => sql`coalesce(${sql.ref(name)}, 0) as ${sql.ref(name)}`))},
      coalesce(change, 0) as change, "firstResponseMedian", "resolutionMedian"
    from period
    left join cells on cells.starts = period.starts
    order by period.starts`.execute(db)
  return standing(rows, await backlogBefore(db, rows[0]!.starts, groups))
}

type Row = Counts & Times & { starts: string; from: Date; to: Date; change: number }

/** The backlog at the end of each period: what stood before the first, and every change since. */
function standing(rows: readonly Row[], before: number): TimedPeriod[] {
  let backlog = before
  return rows.map(({ change, ...row }) => ({ ...row, backlog: (backlog += change) }))
}

const whose = (groups: readonly string[] | null): RawBuilder<unknown> =>
  groups === null
    ? sql`scope = 'all' and of_id = ${nobody}::uuid`
    : sql`scope = 'group' and of_id = any (${[...groups]}::uuid[])`

async function backlogBefore(db: Db, day: string, groups: readonly string[] | null): Promise<number> {
  const { rows } = await sql<{ backlog: number }>`
    select coalesce(sum(open + in_progress + responded), 0)::int as backlog
    from figure_cell
    where ${whose(groups)} and ${before(sql`${day}::date`)}`.execute(db)
  return rows[0]!.backlog
}

/** Whole months, then the days of the month that the day lies in: a few cells however long the desk has been open. */
export const before = (day: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  (grain = 'month' and starts < date_trunc('month', ${day})::date)
  or (grain = 'day' and starts >= date_trunc('month', ${day})::date and starts < ${day})
)`
