import { sql, type RawBuilder } from 'kysely'
import { bucket, took } from './measured-facts.server.ts'

type Measured = {
  /** Rows `at` and `opened_at`. */
  facts: RawBuilder<unknown>
  /** How all of them spread: rows `bucket` and `facts`, the number of facts in it. */
  spread: RawBuilder<unknown>
}

/**
 * The median and the 90th percentile of some facts in seconds as `found`, to the last digit those of `percentile_cont` over all
 * of them. The spread says in which buckets their ranks fall, and these alone are read: among a million one in a hundred.
 * `sound` says whether the buckets held what the spread told of them.
 */
export const exactTimes = ({ facts, spread }: Measured): RawBuilder<unknown> => sql`
  with ranked as (
    select bucket, facts, sum(facts) over (order by bucket) - facts as below, sum(facts) over () - 1 as last
    from (${spread}) as spread
  ), wanted as (
    -- as percentile_cont does it: between two ranks, which may lie in two buckets
    select share, floor(place) as low, ceil(place) as high, place - floor(place) as rest
    from (select distinct last from ranked) as whole
    cross join unnest(array[0.5, 0.9]::double precision[]) as share
    cross join lateral (select share * last::double precision as place) as placed
  ), reached as materialized (
    select facts, below, array(
      select ${took} from (${facts}) as fact where ${bucket} = ranked.bucket order by ${took}
    ) as times
    from ranked
    where exists (select from wanted where high >= below and low < below + facts)
  )
  select array_agg(below.time + (above.time - below.time) * rest order by share) as found,
    not exists (select from reached where cardinality(times) <> facts) as sound
  from wanted
  cross join lateral (${timeOf(sql`low`)}) as below
  cross join lateral (${timeOf(sql`high`)}) as above`

/** The same by reading all of them. */
export const timesOfAll = (facts: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select percentile_cont(array[0.5, 0.9]) within group (order by ${took}) as found from (${facts}) as fact`

const timeOf = (rank: RawBuilder<unknown>) => sql`
  select times[(${rank} - below)::integer + 1] as time
  from reached
  where ${rank} >= below and ${rank} < below + facts`
