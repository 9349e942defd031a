import { sql, type RawBuilder } from 'kysely'

/**
 * The instant at which a day begins on the wall calendar of a zone; `day` is a date, or a timestamp at midnight. Where summer time
 * begins at midnight, the day begins an hour later by the wall. Where it ends by going back to midnight (the Azores, Havana),
 * midnight comes twice: PostgreSQL takes the second for it, and the day has begun with the first.
 */
export const dayBegins = (day: RawBuilder<unknown>, timeZone: string): RawBuilder<Date> => {
  const zone = sql`at time zone ${timeZone}::text`
  const midnight = sql`((${day})::timestamp ${zone})`
  const anHourBefore = sql`(${midnight} - interval '1 hour')`
  return sql<Date>`(case when ${anHourBefore} ${zone} = (${day})::timestamp then ${anHourBefore} else ${midnight} end)`
}
