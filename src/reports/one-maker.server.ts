import { sql, type Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'

/** Until this transaction is over, nobody else makes a report, or rewrites those that are kept. */
export const oneMaker = async (db: Transaction<Tables>): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('reports', 0))`.execute(db)
}
