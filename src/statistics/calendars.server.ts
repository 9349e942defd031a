import type { Desk } from '../events/desk.server.ts'
import { readSettings } from '../settings/settings.server.ts'
import type { Calendar } from './places.server.ts'

/** As the settings say it now; where the cells still stand otherwise, they are about to be counted anew. */
export async function wantedCalendar(desk: Desk): Promise<Calendar> {
  const { timeZone, firstDayOfWeek } = await readSettings(desk.read())
  return { timeZone, firstDayOfWeek }
}

/** In which the cells stand; null before they were ever counted. */
export async function calendarOf(desk: Desk): Promise<Calendar | null> {
  const state = await desk.read().selectFrom('figure_state').selectAll().executeTakeFirstOrThrow()
  if (state.time_zone === null || state.first_day_of_week === null) return null
  return { timeZone: state.time_zone, firstDayOfWeek: state.first_day_of_week }
}

export const sameCalendar = (one: Calendar, other: Calendar | null): boolean =>
  one.timeZone === other?.timeZone && one.firstDayOfWeek === other.firstDayOfWeek
