import { sql } from 'kysely'
import { dayBegins } from '../fields/date-time/day-begins.server.ts'
import type { Day } from '../fields/date-time/day.ts'

/** When a day begins on the calendar of that zone; an instant is itself. */
export const beginOf = (at: Day, timeZone: string) =>
  typeof at === 'string' ? dayBegins(sql`${at}::date`, timeZone) : at

/** When the day after it begins. */
export const endOf = (at: Day, timeZone: string) =>
  typeof at === 'string' ? dayBegins(sql`(${at}::date + 1)`, timeZone) : at
