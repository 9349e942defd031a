import { sql, type Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { defaultSettings, type Settings } from './settings.ts'

/** The settings as they stand in this transaction or connection. One short read of a table with a handful of rows. */
export async function readSettings(db: Kysely<Tables>): Promise<Settings> {
  const { settings } = await db.selectNoFrom(storedSettings.as('settings')).executeTakeFirstOrThrow()
  return settingsOf(settings)
}

/** As a column of a statement that is asked anyway: tickets are read and changed without a second way to the database. */
export const storedSettings = sql<Partial<Settings> | null>`(select json_object_agg(key, value) from setting)`

/** What nobody set is as built in. */
export function settingsOf(stored: Partial<Settings> | null): Settings {
  return { ...defaultSettings, ...stored, workflow: { ...defaultSettings.workflow, ...stored?.workflow } }
}
