import { sql } from 'kysely'
import type { Day } from '../fields/date-time/day.ts'

/** When a day begins on the calendar of that zone; an instant is itself. */
export const beginOf = (at: Day, timeZone: string) =>
  typeof at === 'string' ? sql<Date>`(${at}::date::timestamp at time zone ${timeZone})` : at

/** When the day after it begins. */
export const endOf = (at: Day, timeZone: string) =>
  typeof at === 'string' ? sql<Date>`((${at}::date + 1)::timestamp at time zone ${timeZone})` : at
