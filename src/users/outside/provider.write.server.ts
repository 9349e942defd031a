import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { Provider } from './provider.server.ts'

export async function writeProvider(
  db: Kysely<Tables>,
  provider: Omit<Provider, 'one' | 'failed_at' | 'failure'>,
): Promise<void> {
  const row = { ...provider, failed_at: null, failure: null }
  await db
    .insertInto('sign_in_provider')
    .values(row)
    .onConflict((conflict) => conflict.column('one').doUpdateSet(row))
    .execute()
}

/** Those who came in by it have their passwords, or ask for one by mail. */
export async function removeProvider(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('sign_in_provider').execute()
}

export async function noteFailure(db: Kysely<Tables>, failure: string, at: Date): Promise<void> {
  await db
    .updateTable('sign_in_provider')
    .set({ failure: failure.slice(0, 300), failed_at: at })
    .execute()
}
