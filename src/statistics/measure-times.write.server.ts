import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { instantOf, type Calendar } from './places.server.ts'

/** Measures the times of every marked cell anew: exact medians and percentiles over the facts of its period. */
export async function measureMarked(db: Transaction<Tables>, { timeZone }: Calendar): Promise<void> {
  await sql`
    update figure_cell as cell
    set marked = false,
      response_median = measured.response[1],
      response_p90 = measured.response[2],
      resolution_median = measured.resolution[1],
      resolution_p90 = measured.resolution[2]
    from (
      select marked.scope, marked.of_id, marked.grain, marked.starts, times.*
      from figure_cell as marked
      cross join lateral (
        select
          ${instantOf(sql`marked.starts`, timeZone)} as begins,
          ${instantOf(sql`(marked.starts + ('1 ' || marked.grain)::interval)`, timeZone)} as ends
      ) as period
      cross join lateral (
        select
          case marked.scope
            when 'all' then (${responses(sql`true`)})
            when 'group' then (${responses(sql`group_id = marked.of_id`)})
            else (${responses(sql`member_id = marked.of_id`)})
          end as response,
          case marked.scope
            when 'all' then (${resolutions(sql`true`)})
            when 'group' then (${resolutions(sql`group_id = marked.of_id`)})
            else (${resolutions(sql`member_id = marked.of_id`)})
          end as resolution
      ) as times
      where marked.marked
    ) as measured
    where (cell.scope, cell.of_id, cell.grain, cell.starts)
      = (measured.scope, measured.of_id, measured.grain, measured.starts)`.execute(db)
}

/** A branch for each scope, so that each finds its facts through an index of its own. */
const responses = (whose: RawBuilder<unknown>) => sql`
  select percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from at - opened_at)::double precision)
  from first_response
  where at >= period.begins and at < period.ends and ${whose}`

/** Duplicates are not resolved: they are answered where their original is. */
const resolutions = (whose: RawBuilder<unknown>) => sql`
  select percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from closed_at - opened_at)::double precision)
  from closing
  where closed_at >= period.begins and closed_at < period.ends and ended <> 'duplicate' and ${whose}`
