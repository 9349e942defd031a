import { sql, type RawBuilder } from 'kysely'
import { instantOf, placesOf, type Calendar } from './places.server.ts'

/** In seconds, and never less than none: a clock that was set back in between measured nothing. */
export const answeredAfter = sql<number>`greatest(extract(epoch from at - opened_at), 0)::double precision`
export const closedAfter = sql<number>`greatest(extract(epoch from closed_at - opened_at), 0)::double precision`

/**
 * The times of one `cell`: `response` and `resolution`, each the median and the 90th percentile in seconds. A branch for each
 * scope, so that each finds its facts through an index of its own.
 */
export const times = ({ timeZone }: Calendar): RawBuilder<unknown> => sql`
  select
    case cell.scope
      when 'all' then (${responses(sql`true`)})
      when 'group' then (${responses(sql`group_id = cell.of_id`)})
      else (${responses(sql`member_id = cell.of_id`)})
    end as response,
    case cell.scope
      when 'all' then (${resolutions(sql`true`)})
      when 'group' then (${resolutions(sql`group_id = cell.of_id`)})
      else (${resolutions(sql`member_id = cell.of_id`)})
    end as resolution
  from (
    select
      ${instantOf(sql`cell.starts`, timeZone)} as begins,
      ${instantOf(sql`(cell.starts + ('1 ' || cell.grain)::interval)`, timeZone)} as ends
  ) as period`

const responses = (whose: RawBuilder<unknown>) => sql`
  select percentile_cont(array[0.5, 0.9]) within group (order by ${answeredAfter})
  from first_response
  where at >= period.begins and at < period.ends and ${whose}`

/** Duplicates are not resolved: they are answered where their original is. */
const resolutions = (whose: RawBuilder<unknown>) => sql`
  select percentile_cont(array[0.5, 0.9]) within group (order by ${closedAfter})
  from closing
  where closed_at >= period.begins and closed_at < period.ends and ended <> 'duplicate' and ${whose}`

/** The times of every cell that has any, in one pass over the facts: where all are wanted, far cheaper than one by one. */
export const allTimes = (calendar: Calendar): RawBuilder<unknown> => sql`
  select place.scope, place.of_id, place.grain, place.starts,
    percentile_cont(array[0.5, 0.9]) within group (order by fact.took) filter (where fact.answered) as response,
    percentile_cont(array[0.5, 0.9]) within group (order by fact.took) filter (where not fact.answered) as resolution
  from (
    select at, group_id, member_id, true as answered, ${answeredAfter} as took
    from first_response
    union all
    select closed_at, group_id, member_id, false, ${closedAfter}
    from closing
    where ended <> 'duplicate'
  ) as fact
  ${placesOf(sql`fact`, calendar)}
  group by place.scope, place.of_id, place.grain, place.starts`
