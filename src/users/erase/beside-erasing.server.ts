import { sql, type Transaction } from 'kysely'

/**
 * Before anything is read, by whatever copies elsewhere what people are called and what they said, or locks what erasing comes to
 * at its end: it waits while somebody is erased, and is waited for. Nobody waits for another of its kind.
 */
export const besideErasing = async <Tables>(db: Transaction<Tables>): Promise<void> => {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended('erasing', 0))`.execute(db)
}

/** Until this transaction is over. Before any row that those take who hold it shared. */
export const eraseAlone = async <Tables>(db: Transaction<Tables>): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('erasing', 0))`.execute(db)
}
