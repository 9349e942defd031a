import { sql, type Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Settings } from './settings.ts'

/** Stores the given settings whole; others stay as they are. */
export async function writeSettings(db: Transaction<Tables>, settings: Partial<Settings>, at: Date): Promise<void> {
  const rows = Object.entries(settings).map(([key, value]) => ({ key, value: JSON.stringify(value), changed_at: at }))
  if (rows.length === 0) return
  await db
    .insertInto('setting')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((set) => ({ value: set.ref('excluded.value'), changed_at: set.ref('excluded.changed_at') })),
    )
    .execute()
}

/** Changes to settings wait for each other: a setting is stored whole, and two at once would undo each other's half. */
export async function lockSettings(db: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('settings', 0))`.execute(db)
}
