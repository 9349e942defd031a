import { sql, type QueryExecutorProvider } from 'kysely'

/** Deletes rows whose time is over, a thousand at a time, so that nobody waits for it. Returns how many. */
export async function forgetOlder(
  db: QueryExecutorProvider,
  table: 'idempotent_answer' | 'failed_try',
  before: Date,
): Promise<number> {
  let forgotten = 0
  for (;;) {
    const { numAffectedRows } = await sql`
      delete from ${sql.table(table)}
      where ctid = any (array(select ctid from ${sql.table(table)} where at < ${before} limit 1000))`.execute(db)
    forgotten += Number(numAffectedRows ?? 0)
    if (Number(numAffectedRows ?? 0) < 1000) return forgotten
  }
}
