import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Desk } from '../events/desk.server.ts'
import { sameCalendar, stateOfFigures } from './calendars.server.ts'
import { addToCells, turnVersion, writeCells } from './cells.write.server.ts'
import { deltasOfHistory } from './deltas-of-history.server.ts'
import { measureAll } from './measure-times.write.server.ts'
import { figureColumns } from '../entities/figure-tables.ts'
import type { Calendar } from './places.server.ts'
import { countSpreads } from './spreads.write.server.ts'

/**
 * Counts every cell anew from what has happened, in the given calendar. It all happens on one snapshot: the deltas that it
 * sees are in the events that it sees, and what is committed meanwhile waits to be folded. Until it commits, readers see the
 * former cells, which say in which time zone they stand.
 */
export async function recount(desk: Desk, calendar: Calendar): Promise<void> {
  await writeCells(desk, (db) => countAll(db, calendar, desk.clock.now()))
}

/** Counts how the times of the cells spread, and leaves the cells: after a migration, or where an older server folded. */
export async function recountSpreads(desk: Desk, calendar: Calendar): Promise<void> {
  await writeCells(desk, async (db) => {
    if (!sameCalendar(calendar, (await stateOfFigures(db)).counted)) return
    await inPeace(db)
    await countSpreads(db, calendar)
    await turnVersion(db)
  })
}

async function countAll(db: Transaction<Tables>, calendar: Calendar, at: Date): Promise<void> {
  await inPeace(db)
  await db.deleteFrom('figure_delta').execute()
  await db.deleteFrom('figure_cell').execute()
  await sql`
    with history as (${deltasOfHistory()}), by_day as (${sumsByDay(sql`history`, calendar)})
    ${addToCells(sql`by_day`, calendar)}`.execute(db)
  await countSpreads(db, calendar)
  await measureAll(db, calendar)
  await keepCalendar(db, calendar, at)
  await turnVersion(db)
}

/** It sorts and hashes everything there is: with the usual few megabytes it would do so on the disk. */
async function inPeace(db: Transaction<Tables>): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(db)
  await sql`set local work_mem = '128MB'`.execute(db)
}

/**
 * One row for each day, group and member, at an instant of that day: a million tickets have sixteen million deltas, and finding
 * nine places for each of them takes many times as long as adding them up first.
 */
function sumsByDay(source: RawBuilder<unknown>, { timeZone }: Calendar): RawBuilder<unknown> {
  const sums = figureColumns.map((column) => sql`sum(${sql.ref(column)}) as ${sql.ref(column)}`)
  return sql`
    select min(at) as at, group_id, member_id, ${sql.join(sums)}
    from ${source}
    group by (at at time zone ${timeZone}::text)::date, group_id, member_id`
}

async function keepCalendar(db: Transaction<Tables>, calendar: Calendar, at: Date): Promise<void> {
  await db
    .updateTable('figure_state')
    .set({ time_zone: calendar.timeZone, first_day_of_week: calendar.firstDayOfWeek, counted_at: at })
    .execute()
}
