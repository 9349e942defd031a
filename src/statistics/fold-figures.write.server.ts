import { sql, type Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Desk } from '../events/desk.server.ts'
import { calendarOf, sameCalendar, wantedCalendar } from './calendars.server.ts'
import { addToCells, alone, turnVersion } from './cells.write.server.ts'
import { measureMarked } from './measure-times.write.server.ts'
import type { Calendar } from './places.server.ts'
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
    await turnVersion(db)
    return Number(numAffectedRows ?? 0)
  })
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
