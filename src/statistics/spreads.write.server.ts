import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { bringsFact, bucket, factsOf, kinds } from './measured-facts.server.ts'
import { nobody, weekOf, type Calendar } from './places.server.ts'

/** The facts that came with the rows of `source` (deltas): what they add to the spreads. */
export function addToSpreads(source: RawBuilder<unknown>, calendar: Calendar): RawBuilder<unknown> {
  const facts = kinds.map(
    (kind) => sql`
      select ${kind} as kind, fact.at, fact.group_id, ${bucket} as bucket
      from ${source} as delta
      join ${factsOf(kind)} on fact.ticket_number = delta.ticket_number and fact.seq = delta.seq
      where ${bringsFact(kind)}`,
  )
  return sql`
    insert into figure_spread as spread (scope, of_id, grain, starts, kind, buckets, facts)
    ${spreadOf(sql.join(facts, sql` union all `), calendar)}
    on conflict (scope, of_id, grain, starts, kind) do update set (buckets, facts) = (
      select array_agg(bucket), array_agg(facts)
      from (
        select bucket, sum(facts)::integer as facts
        from (
          select * from unnest(spread.buckets, spread.facts)
          union all
          select * from unnest(excluded.buckets, excluded.facts)
        ) as part (bucket, facts)
        group by bucket
      ) as both_parts
    )`
}

/** Counts every spread anew. What comes with a delta that waits to be folded is not in it yet. */
export async function countSpreads(db: Transaction<Tables>, calendar: Calendar): Promise<void> {
  const facts = kinds.map(
    (kind) => sql`
      select ${kind} as kind, fact.at, fact.group_id, ${bucket} as bucket
      from ${factsOf(kind)}
      where not exists (
        select from figure_delta as delta
        where delta.ticket_number = fact.ticket_number and delta.seq = fact.seq and ${bringsFact(kind)}
      )`,
  )
  await db.deleteFrom('figure_spread').execute()
  await sql`
    insert into figure_spread (scope, of_id, grain, starts, kind, buckets, facts)
    ${spreadOf(sql.join(facts, sql` union all `), calendar)}`.execute(db)
}

/**
 * Counted by day and group first, and from there put together for each place: a million tickets have two million facts with six
 * places each. Here `group_id` is null for all, and of the periods the one alone is there that is meant.
 */
const spreadOf = (facts: RawBuilder<unknown>, { timeZone, firstDayOfWeek }: Calendar) => sql`
  select
    case when group_id is null then 'all' else 'group' end,
    coalesce(group_id, ${nobody}::uuid),
    case when day is not null then 'day' when week is not null then 'week' else 'month' end,
    coalesce(day, week, month),
    kind, array_agg(bucket), array_agg(facts)
  from (
    select group_id, day, week, month, kind, bucket, sum(facts)::integer as facts
    from (
      select *, ${weekOf(sql`day`, firstDayOfWeek)} as week, date_trunc('month', day)::date as month
      from (
        select (at at time zone ${timeZone}::text)::date as day, group_id, kind, bucket, count(*) as facts
        from (${facts}) as fact
        group by 1, 2, 3, 4
      ) as daily
    ) as dated
    group by kind, bucket, grouping sets (
      (day), (week), (month), (group_id, day), (group_id, week), (group_id, month)
    )
  ) as part
  group by group_id, day, week, month, kind`
