import type { Kysely } from 'kysely'

/**
 * Everything that `read` asks is answered as of one moment. Within a change, as with an Idempotency-Key, no snapshot can be begun,
 * and each statement reads its own moment.
 */
export const onOneSnapshot = <Tables, Read>(
  db: Kysely<Tables>,
  read: (db: Kysely<Tables>) => Promise<Read>,
): Promise<Read> =>
  db.isTransaction
    ? read(db)
    : db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)
