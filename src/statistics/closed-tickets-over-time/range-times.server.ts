import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Filled } from '../../fields/form.ts'
import { stateOfFigures } from '../calendars.server.ts'
import { instantOf } from '../places.server.ts'
import { answeredAfter, closedAfter } from '../times.server.ts'
import type { statisticForm } from './closed-tickets-over-time.ts'
import type { MeasuredTime, RangeTimes } from './range-times.ts'
import { rangeOf, type Range } from './range.server.ts'
import { remembered } from './remembered.server.ts'
import { scopeOf } from './scope.server.ts'

/**
 * The times of a whole range and of as long a time before. Medians of periods cannot be put together into the median of their
 * whole, so these are measured over the facts themselves: exact, and apart from the graph, which never waits for them.
 */
export async function timesOverRange(
  desk: Desk,
  actor: Person,
  asked: Filled<typeof statisticForm>,
): Promise<RangeTimes> {
  const db = desk.read('eventual')
  const { wanted, counted, version } = await stateOfFigures(db)
  const calendar = counted ?? wanted
  const { groups } = scopeOf(actor, asked)
  const range = rangeOf(asked, calendar, desk.clock.now())
  return remembered(desk.database, version, ['times', calendar, range, groups], () =>
    readTimes(db, range, calendar.timeZone, groups),
  )
}

async function readTimes(db: Db, range: Range, timeZone: string, groups: Groups): Promise<RangeTimes> {
  const [now, before] = [edges(range, 0, timeZone), edges(range, -1, timeZone)]
  const [firstResponse, resolution, firstResponseBefore, resolutionBefore] = await Promise.all([
    responses(db, now, groups),
    resolutions(db, now, groups),
    responses(db, before, groups),
    resolutions(db, before, groups),
  ])
  return { firstResponse, resolution, before: { firstResponse: firstResponseBefore, resolution: resolutionBefore } }
}

type Edges = { begins: RawBuilder<Date>; ends: RawBuilder<Date> }

function edges({ by, starts, points }: Range, turn: 0 | -1, timeZone: string): Edges {
  const step = sql`('1 ' || ${by}::text)::interval`
  const day = (periods: number) => sql`(${starts}::date + ${periods}::int * ${step})::date`
  return { begins: instantOf(day(turn * points), timeZone), ends: instantOf(day((turn + 1) * points), timeZone) }
}

type Db = Kysely<Tables>
type Groups = readonly string[] | null

const whose = (groups: Groups) => (groups === null ? sql`true` : sql`group_id = any (${[...groups]}::uuid[])`)

const responses = (db: Db, { begins, ends }: Edges, groups: Groups) =>
  measured(
    db,
    sql`
      select ${answeredAfter} as took
      from first_response
      where at >= ${begins} and at < ${ends} and ${whose(groups)}`,
  )

/** Duplicates are not resolved: they are answered where their original is. */
const resolutions = (db: Db, { begins, ends }: Edges, groups: Groups) =>
  measured(
    db,
    sql`
      select ${closedAfter} as took
      from closing
      where closed_at >= ${begins} and closed_at < ${ends} and ended <> 'duplicate' and ${whose(groups)}`,
  )

async function measured(db: Db, times: RawBuilder<unknown>): Promise<MeasuredTime | null> {
  const { rows } = await sql<{ found: [number, number] | null }>`
    select percentile_cont(array[0.5, 0.9]) within group (order by took) as found from (${times}) as times`.execute(db)
  const found = rows[0]?.found
  return found ? { median: found[0], p90: found[1] } : null
}
