import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { dayBegins } from '../../fields/date-time/day-begins.server.ts'

/** By time zone and day, as '2026-03-29T00:00:00.000Z'. When a day begins somewhere does not change while a server runs. */
const known = new Map<string, Map<string, string>>()
/** About twenty-five years of days. */
const most = 10_000
const mostZones = 20

/** The instants at which these days begin in that zone; PostgreSQL knows the zones, and is asked once for each day. */
export async function instantsOf(
  db: Kysely<Tables>,
  timeZone: string,
  days: readonly string[],
): Promise<(day: string) => string> {
  const kept = known.get(timeZone)
  const here = kept && kept.size + days.length <= most ? kept : new Map<string, string>()
  const missing = days.filter((day) => !here.has(day))
  if (missing.length > 0) {
    const { rows } = await sql<{ at: string[] }>`
      select json_agg(extract(epoch from ${dayBegins(sql`day`, timeZone)}) * 1000 order by place) as at
      from unnest(${missing}::date[]) with ordinality as wanted (day, place)`.execute(db)
    missing.forEach((day, place) => here.set(day, new Date(Number(rows[0]!.at[place])).toISOString()))
  }
  if (!kept && known.size >= mostZones) known.clear()
  known.set(timeZone, here)
  return (day) => here.get(day)!
}
