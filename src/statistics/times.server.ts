import { sql, type RawBuilder } from 'kysely'
import { exactTimes, timesOfAll } from './exact-times.server.ts'
import { factsOf, kinds, took, type Kind } from './measured-facts.server.ts'
import { dayBegins } from '../fields/date-time/day-begins.server.ts'
import { placesOf, type Calendar } from './places.server.ts'

/**
 * The times of one `cell`: `response` and `resolution`, each the median and the 90th percentile in seconds. Everything that
 * happened must be in the spreads. What one person did is little, and read as it is.
 */
export const times = ({ timeZone }: Calendar): RawBuilder<unknown> => sql`
  select ${sql.join(kinds.map((kind) => sql`${timesOfCell(kind)} as ${sql.ref(kind)}`))}
  from (
    select
      ${dayBegins(sql`cell.starts`, timeZone)} as begins,
      ${dayBegins(sql`(cell.starts + ('1 ' || cell.grain)::interval)`, timeZone)} as ends
  ) as period`

const timesOfCell = (kind: Kind) => sql`
  case cell.scope
    when 'all' then (${spreadTimes(kind, sql`true`)})
    when 'group' then (${spreadTimes(kind, sql`group_id = cell.of_id`)})
    else (${timesOfAll(inPeriod(kind, sql`member_id = cell.of_id`))})
  end`

const spreadTimes = (kind: Kind, whose: RawBuilder<unknown>) => sql`
  select found from (${exactTimes({ facts: inPeriod(kind, whose), spread: spreadOfCell(kind) })}) as exact`

const inPeriod = (kind: Kind, whose: RawBuilder<unknown>) => sql`
  select at, opened_at from ${factsOf(kind)} where at >= period.begins and at < period.ends and ${whose}`

const spreadOfCell = (kind: Kind) => sql`
  select part.bucket, part.facts
  from figure_spread as spread
  cross join lateral unnest(spread.buckets, spread.facts) as part (bucket, facts)
  where (spread.scope, spread.of_id, spread.grain, spread.starts) = (cell.scope, cell.of_id, cell.grain, cell.starts)
    and spread.kind = ${kind}`

/** The times of every cell that has any, in one pass over the facts: where all are wanted, far cheaper than one by one. */
export const allTimes = (calendar: Calendar): RawBuilder<unknown> => sql`
  select place.scope, place.of_id, place.grain, place.starts,
    percentile_cont(array[0.5, 0.9]) within group (order by fact.took) filter (where fact.answered) as response,
    percentile_cont(array[0.5, 0.9]) within group (order by fact.took) filter (where not fact.answered) as resolution
  from (${sql.join(
    kinds.map(
      (kind) => sql`
        select ${sql.lit(kind === 'response')} as answered, at, group_id, member_id, ${took} as took
        from ${factsOf(kind)}`,
    ),
    sql` union all `,
  )}) as fact
  ${placesOf(sql`fact`, calendar)}
  group by place.scope, place.of_id, place.grain, place.starts`
