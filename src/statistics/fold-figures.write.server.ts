import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Desk } from '../events/desk.server.ts'
import { sameCalendar, stateOfFigures } from './calendars.server.ts'
import { addToCells, turnVersion, writeCells } from './cells.write.server.ts'
import { measureMarked } from './measure-times.write.server.ts'
import type { Calendar } from './places.server.ts'
import { recount, recountSpreads } from './recount-figures.write.server.ts'
import { addToSpreads } from './spreads.write.server.ts'

/**
 * Brings the cells up to what has happened: folds what changes have added, measures the times of the cells that a closing or
 * a first response moved; counts everything anew where the organisation's calendar has changed. Safe to call again and again
 * and from several workers at once: one works, the others go on. Returns how many deltas were folded.
 */
export async function foldFigures(desk: Desk): Promise<number> {
  const { wanted, counted, spreadsStand } = await stateOfFigures(desk.read())
  if (!sameCalendar(wanted, counted)) await recount(desk, wanted)
  else if (!spreadsStand) await recountSpreads(desk, wanted)
  let folded = 0
  for (;;) {
    if (!(await anyDeltas(desk.read()))) return folded
    const some = await foldSome(desk, wanted)
    if (some === null) return folded
    folded += some
  }
}

async function anyDeltas(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('figure_delta').select('seq').limit(1).executeTakeFirst()) !== undefined
}

/** Asked first: where nothing closed and nobody answered first, planning how to measure costs more than all the rest. */
async function anyMarked(db: Transaction<Tables>): Promise<boolean> {
  return (
    (await db.selectFrom('figure_cell').select('starts').where('marked', '=', true).limit(1).executeTakeFirst()) !==
    undefined
  )
}

/** Null when another worker is at it, or the calendar changed meanwhile. */
async function foldSome(desk: Desk, calendar: Calendar): Promise<number | null> {
  return writeCells(desk, async (db) => {
    const { counted, spreadsStand } = await stateOfFigures(db)
    if (!sameCalendar(calendar, counted) || !spreadsStand) return null
    const folded = await foldOnce(db, calendar)
    // the spreads then tell everything that this snapshot sees, as measuring needs it; else it is left to the turn that ends
    if (!(await anyDeltas(db)) && (await anyMarked(db))) await measureMarked(db, calendar)
    await turnVersion(db)
    return folded
  })
}

/** Deltas go into their cells in the statement that deletes them, so that each counts once whatever happens. */
async function foldOnce(db: Transaction<Tables>, calendar: Calendar): Promise<number> {
  const { rows } = await sql<{ folded: number }>`
    with taken as (
      delete from figure_delta
      where ctid = any (array(select ctid from figure_delta limit 20000))
      returning *
    ), cells as (
      ${addToCells(sql`taken`, calendar)}
    ), spreads as (
      ${addToSpreads(sql`taken`, calendar)}
    )
    select count(*) as folded from taken`.execute(db)
  return rows[0]!.folded
}
