import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Desk } from '../events/desk.server.ts'
import { readSettings, settingsOf, storedSettings } from '../settings/settings.server.ts'
import type { Calendar } from './places.server.ts'

/** As the settings say it now; where the cells still stand otherwise, they are about to be counted anew. */
export async function wantedCalendar(desk: Desk): Promise<Calendar> {
  const { timeZone, firstDayOfWeek } = await readSettings(desk.read())
  return { timeZone, firstDayOfWeek }
}

/** `counted`: in which the cells stand; null before they were ever counted. */
type State = { wanted: Calendar; counted: Calendar | null; version: string; spreadsStand: boolean }

/**
 * Both calendars, the version of the cells and whether the spreads belong to it, in one statement; from where the cells are read,
 * so that they belong together.
 */
export async function stateOfFigures(db: Kysely<Tables>): Promise<State> {
  const { settings, ...state } = await db
    .selectFrom('figure_state')
    .selectAll()
    .select(storedSettings.as('settings'))
    .executeTakeFirstOrThrow()
  const { timeZone, firstDayOfWeek } = settingsOf(settings)
  return {
    wanted: { timeZone, firstDayOfWeek },
    counted: calendarIn(state),
    version: state.version,
    spreadsStand: state.spread_version === state.version,
  }
}

function calendarIn(
  state: Pick<Selectable<Tables['figure_state']>, 'time_zone' | 'first_day_of_week'>,
): Calendar | null {
  if (state.time_zone === null || state.first_day_of_week === null) return null
  return { timeZone: state.time_zone, firstDayOfWeek: state.first_day_of_week }
}

export const sameCalendar = (one: Calendar, other: Calendar | null): boolean =>
  one.timeZone === other?.timeZone && one.firstDayOfWeek === other.firstDayOfWeek
