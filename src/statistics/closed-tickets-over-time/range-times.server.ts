import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Filled } from '../../fields/form.ts'
import { stateOfFigures } from '../calendars.server.ts'
import { exactTimes, timesOfAll } from '../exact-times.server.ts'
import { bringsFact, bucket, factsOf, type Kind } from '../measured-facts.server.ts'
import { dayBegins } from '../../fields/date-time/day-begins.server.ts'
import { between } from './between.server.ts'
import type { statisticForm } from './closed-tickets-over-time.ts'
import { whose as whoseCells } from './periods.server.ts'
import type { MeasuredTime, RangeTimes } from './range-times.ts'
import { rangeOf, type Range } from './range.server.ts'
import { remembered } from './remembered.server.ts'
import { scopeOf } from './scope.server.ts'

/**
 * The times of a whole range and of as long a time before. Medians of periods cannot be put together into the median of their
 * whole, but how their times spread can: the sum says where the median is, and few facts are read to tell it exactly.
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
  const [now, before] = [daysOf(range, 0), daysOf(range, -1)]
  const measure = (kind: Kind, days: Days) => measured(db, kind, days, timeZone, groups)
  const [firstResponse, resolution, firstResponseBefore, resolutionBefore] = await Promise.all([
    measure('response', now),
    measure('resolution', now),
    measure('response', before),
    measure('resolution', before),
  ])
  return { firstResponse, resolution, before: { firstResponse: firstResponseBefore, resolution: resolutionBefore } }
}

type Days = { begins: RawBuilder<string>; ends: RawBuilder<string> }

function daysOf({ by, starts, points }: Range, turn: 0 | -1): Days {
  const step = sql`('1 ' || ${by}::text)::interval`
  const day = (periods: number) => sql<string>`(${starts}::date + ${periods}::int * ${step})::date`
  return { begins: day(turn * points), ends: day((turn + 1) * points) }
}

type Db = Kysely<Tables>
type Groups = readonly string[] | null

/**
 * One statement, so that cells, what waits to be added to them, and facts are of one moment. Where the spreads are still to be
 * counted, or stand in another time zone by now, everything is read.
 */
async function measured(
  db: Db,
  kind: Kind,
  days: Days,
  timeZone: string,
  groups: Groups,
): Promise<MeasuredTime | null> {
  const within = sql`
    fact.at >= ${dayBegins(days.begins, timeZone)} and fact.at < ${dayBegins(days.ends, timeZone)}
    and ${groups === null ? sql`true` : sql`fact.group_id = any (${[...groups]}::uuid[])`}`
  const facts = sql`select at, opened_at from ${factsOf(kind)} where ${within}`
  const { rows } = await sql<Found & { sound: boolean }>`
    select exact.found, exact.sound and time_zone = ${timeZone} and spread_version = version as sound
    from figure_state, (${exactTimes({ facts, spread: spreadOf(kind, days, groups, within) })}) as exact`.execute(db)
  if (rows[0]?.sound) return present(rows[0])
  const all = await sql<Found>`${timesOfAll(facts)}`.execute(db)
  return present(all.rows[0]!)
}

type Found = { found: [number, number] | null }
const present = ({ found }: Found): MeasuredTime | null => found && { median: found[0], p90: found[1] }

function spreadOf(kind: Kind, days: Days, groups: Groups, within: RawBuilder<unknown>): RawBuilder<unknown> {
  const whose = sql`${whoseCells(groups)} and kind = ${kind}`
  return sql`
    select bucket, sum(facts)::integer as facts
    from (
      select bucket, counted * part.facts as facts
      from ${between({ cells: sql`figure_spread as cell`, whose, ...days })}
      cross join lateral unnest(counted_cell.buckets, counted_cell.facts) as part (bucket, facts)
      union all
      select ${bucket}, 1
      from figure_delta as delta
      join ${factsOf(kind)} on fact.ticket_number = delta.ticket_number and fact.seq = delta.seq
      where ${bringsFact(kind)} and ${within}
    ) as part
    group by bucket
    having sum(facts) > 0`
}
