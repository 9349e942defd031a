import { sql, type RawBuilder } from 'kysely'

/** The organisation's: 1 is Monday, 7 Sunday. */
export type Calendar = { timeZone: string; firstDayOfWeek: number }

export const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * A lateral join that gives each row (with `at`, `group_id`, `member_id`) its places among the cells. The day is the one that
 * the wall calendar of the organisation shows at that instant, so that summer time and half hours need no rule of their own.
 */
export function placesOf(row: RawBuilder<unknown>, { timeZone, firstDayOfWeek }: Calendar): RawBuilder<unknown> {
  return sql`
    cross join lateral (
      select (${row}.at at time zone ${timeZone}::text)::date as day
    ) as local
    cross join lateral (
      select scoped.scope, scoped.of_id, period.grain, period.starts
      from (
        values ('all', ${nobody}::uuid), ('group', ${row}.group_id), ('member', ${row}.member_id)
      ) as scoped (scope, of_id)
      cross join (
        values
          ('day', local.day),
          ('week', ${weekOf(sql`local.day`, firstDayOfWeek)}),
          ('month', date_trunc('month', local.day)::date)
      ) as period (grain, starts)
      where scoped.of_id is not null
    ) as place`
}

/** The first day of the week that a day lies in. */
export const weekOf = (day: RawBuilder<unknown>, firstDayOfWeek: number): RawBuilder<unknown> =>
  sql`${day} - (extract(isodow from ${day})::int - ${firstDayOfWeek}::int + 7) % 7`
