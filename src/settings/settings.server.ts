import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { defaultSettings, type Settings } from './settings.ts'

/** The settings as they stand in this transaction or connection. One short read of a table with a handful of rows. */
export async function readSettings(db: Kysely<Tables>): Promise<Settings> {
  const rows = await db.selectFrom('setting').select(['key', 'value']).execute()
  const stored = Object.fromEntries(rows.map((row) => [row.key, row.value])) as Partial<Settings>
  return { ...defaultSettings, ...stored, workflow: { ...defaultSettings.workflow, ...stored.workflow } }
}
