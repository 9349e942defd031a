import type { Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Differences } from './differences.ts'

/** The whole of it: what is left out here is as it is built in again. */
export async function writeDifferences(
  db: Transaction<Tables>,
  name: string,
  { enabled, channels, templates }: Differences,
  at: Date,
): Promise<void> {
  const row = { enabled, channels, templates: JSON.stringify(templates), changed_at: at }
  await db
    .insertInto('interaction_setting')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}
