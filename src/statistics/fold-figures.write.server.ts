import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Desk } from '../events/desk.server.ts'
import { readSettings } from '../settings/settings.server.ts'
import { figureColumns } from './figures.ts'
import { measureMarked } from './measure-times.write.server.ts'
import { placesOf, type Calendar } from './places.server.ts'
import { recount } from './recount-figures.write.server.ts'

/**
 * Brings the cells up to what has happened: folds what changes have added, measures the times of the cells that a closing or
 * a first response moved; counts everything anew where the organisation's calendar has changed. Safe to call again and again
 * and from several workers at once: one works, the others go on. Returns how many deltas were folded.
 */
export async function foldFigures(desk: Desk): Promise<number> {
  const wanted = await wantedCalendar(desk)
  if (!sameCalendar(wanted, await calendarOf(desk))) await recount(desk, wanted)
  let folded = 0
  for (;;) {
    if (!(await anyDeltas(desk))) return folded
    const some = await foldSome(desk, wanted)
    if (some === null) return folded
    folded += some
  }
}

/** As the settings say it now; where the cells still stand otherwise, they are about to be counted anew. */
export async function wantedCalendar(desk: Desk): Promise<Calendar> {
  const { timeZone, firstDayOfWeek } = await readSettings(desk.read())
  return { timeZone, firstDayOfWeek }
}

/** In which the cells stand; null before they were ever counted. */
export async function calendarOf(desk: Desk): Promise<Calendar | null> {
  const state = await desk.read().selectFrom('figure_state').selectAll().executeTakeFirstOrThrow()
  if (state.time_zone === null || state.first_day_of_week === null) return null
  return { timeZone: state.time_zone, firstDayOfWeek: state.first_day_of_week }
}

const sameCalendar = (one: Calendar, other: Calendar | null): boolean =>
  one.timeZone === other?.timeZone && one.firstDayOfWeek === other.firstDayOfWeek

async function anyDeltas(desk: Desk): Promise<boolean> {
  return (await desk.read().selectFrom('figure_delta').select('seq').limit(1).executeTakeFirst()) !== undefined
}

/** Null when another worker is at it, or the calendar changed meanwhile. */
async function foldSome(desk: Desk, calendar: Calendar): Promise<number | null> {
  return desk.database.primary.transaction().execute(async (db) => {
    if (!(await alone(db))) return null
    if (!(await stands(db, calendar))) return null
    const { numAffectedRows } = await foldOnce(db, calendar)
    await measureMarked(db, calendar)
    return Number(numAffectedRows ?? 0)
  })
}

/** One folder at a time: the cells have one writer, so nobody waits for a hot row. */
export async function alone(db: Transaction<Tables>): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('figures', 0)) as got`.execute(db)
  return rows[0]!.got
}

async function stands(db: Transaction<Tables>, { timeZone, firstDayOfWeek }: Calendar): Promise<boolean> {
  const state = await db.selectFrom('figure_state').selectAll().executeTakeFirstOrThrow()
  return state.time_zone === timeZone && state.first_day_of_week === firstDayOfWeek
}

/** Deltas go into their cells in the statement that deletes them, so that each counts once whatever happens. */
function foldOnce(db: Transaction<Tables>, calendar: Calendar) {
  return sql`
    with taken as (
      delete from figure_delta
      where ctid = any (array(select ctid from figure_delta limit 20000))
      returning *
    )
    ${addToCells(sql`taken`, calendar)}`.execute(db)
}

/** Adds the rows of `source` (deltas) to the cells of their day, week and month, of all, their group and their member. */
export function addToCells(source: RawBuilder<unknown>, calendar: Calendar): RawBuilder<unknown> {
  const columns = figureColumns.map((column) => sql.ref(column))
  return sql`
    insert into figure_cell as cell (scope, of_id, grain, starts, ${sql.join(columns)}, marked)
    select place.scope, place.of_id, place.grain, place.starts,
      ${sql.join(columns.map((column) => sql`sum(delta.${column})`))},
      bool_or(delta.closed <> 0 or delta.first_responses <> 0)
    from ${source} as delta
    ${placesOf(sql`delta`, calendar)}
    group by place.scope, place.of_id, place.grain, place.starts
    on conflict (scope, of_id, grain, starts) do update set
      ${sql.join(columns.map((column) => sql`${column} = cell.${column} + excluded.${column}`))},
      marked = cell.marked or excluded.marked`
}
