import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { nobody } from '../places.server.ts'
import type { Times } from './closed-tickets-over-time.ts'
import { instantsOf } from './instants.server.ts'
import { edgesOf, type Range } from './range.server.ts'
import { countNames, none, type Counts, type Period } from './totals.ts'

type Db = Kysely<Tables>
type Groups = readonly string[] | null

/** `from` and `to` are the instants of its edges in UTC. */
export type TimedPeriod = Period & Times & { starts: string; from: string; to: string }

/** The periods of the range, each with its figures, days on which nothing happened too; and as many before them, summed. */
export async function readPeriods(
  db: Db,
  timeZone: string,
  range: Range,
  groups: Groups,
): Promise<{ periods: TimedPeriod[]; before: Period }> {
  const edges = edgesOf(range)
  const [cells, before, instantAt] = await Promise.all([
    readCells(db, range, edges.at(-1)!, groups),
    readBefore(db, range, groups),
    instantsOf(db, timeZone, edges),
  ])
  let backlog = before.backlog
  const periods = edges.slice(0, -1).map((starts, place) => {
    const { change, ...cell } = cells.get(starts) ?? nothing
    backlog += change
    return { ...cell, backlog, starts, from: instantAt(starts), to: instantAt(edges[place + 1]!) }
  })
  return { periods, before }
}

type Cell = Counts & Times & { change: number }
const nothing: Cell = { ...none, change: 0, firstResponseMedian: null, resolutionMedian: null }

/** By their first day. They come as columns of one JSON text: the driver takes ten times as long over rows of single numbers. */
async function readCells(db: Db, { by, starts }: Range, ends: string, groups: Groups): Promise<Map<string, Cell>> {
  const { rows } = await sql<{ columns: [(string | null)[] | null, ...(number | null)[][]] }>`
    with cell as (
      select starts, ${summed},
        sum(open + in_progress + responded)::int as change,
        case when count(*) = 1 then max(response_median) end as "firstResponseMedian",
        case when count(*) = 1 then max(resolution_median) end as "resolutionMedian"
      from figure_cell
      where ${whose(groups)} and grain = ${by} and starts >= ${starts}::date and starts < ${ends}::date
      group by starts
    )
    select json_build_array(json_agg(starts), ${sql.join(
      cellNames.map((name) => sql`json_agg(${sql.ref(name)})`),
    )}) as columns
    from cell`.execute(db)
  const [days, ...columns] = rows[0]!.columns
  return new Map((days ?? []).map((day, place) => [String(day), cellAt(columns, place)]))
}

/** By assignment: made of a list of pairs, each cell takes three times as long. */
function cellAt(columns: readonly (number | null)[][], place: number): Cell {
  const cell: Record<string, number | null> = { ...nothing }
  for (let column = 0; column < cellNames.length; column++) cell[cellNames[column]!] = columns[column]![place]!
  return cell as Cell
}

const cellNames = [...countNames, 'change', 'firstResponseMedian', 'resolutionMedian'] as const
const summed = sql.join(countNames.map((name) => sql`sum(${sql.ref(name)})::int as ${sql.ref(name)}`))

/** What happened in as many periods before the range, and what stood when it began. */
async function readBefore(db: Db, { by, starts, points }: Range, groups: Groups): Promise<Period> {
  const counts = sql.join(countNames.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0)::int as ${sql.ref(name)}`))
  const { rows } = await sql<Period>`
    select earlier.*, standing.backlog
    from (
      select ${counts}
      from figure_cell
      where ${whose(groups)} and grain = ${by} and starts < ${starts}::date
        and starts >= ${starts}::date - ${points}::int * ('1 ' || ${by}::text)::interval
    ) as earlier, (
      select coalesce(sum(open + in_progress + responded), 0)::int as backlog
      from figure_cell
      where ${whose(groups)} and ${before(sql`${starts}::date`)}
    ) as standing`.execute(db)
  return rows[0]!
}

/** The cells of all, or of these groups. */
export const whose = (groups: Groups): RawBuilder<unknown> =>
  groups === null
    ? sql`scope = 'all' and of_id = ${nobody}::uuid`
    : sql`scope = 'group' and of_id = any (${[...groups]}::uuid[])`

/** Whole months, then the days of the month that the day lies in: a few cells however long the desk has been open. */
export const before = (day: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  (grain = 'month' and starts < date_trunc('month', ${day})::date)
  or (grain = 'day' and starts >= date_trunc('month', ${day})::date and starts < ${day})
)`
