import type { Compilable, CompiledQuery, DatabaseConnection, Kysely, QueryExecutorProvider, Transaction } from 'kysely'

/**
 * One way to the database and back costs more than most statements. Inside `inTransaction` a statement can be sent without
 * waiting for the one before it (the driver pipelines): `send` gives its answer to be waited for later, `behind` is for what
 * only has to be done before the commit. What fails on the way makes the commit a rollback and is what the change fails with.
 */
type Line = { connection: DatabaseConnection; failures: unknown[]; open: boolean }

const lines = new WeakMap<object, Line>()

export async function inTransaction<Tables, Result>(
  db: Kysely<Tables>,
  work: (db: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  const failures: unknown[] = []
  try {
    return await db.transaction().execute(async (inside) => {
      // past Kysely's own door, which lets one statement through at a time
      const connection = await inside.getExecutor().provideConnection(async (held) => held)
      const line: Line = { connection, failures, open: true }
      lines.set(inside, line)
      try {
        const result = await work(inside)
        // what could not be sent at all says so within this turn, and must not be missing from the commit
        await new Promise((resolve) => setImmediate(resolve))
        if (failures.length > 0) throw failures[0]
        return result
      } finally {
        line.open = false
      }
    })
  } catch (error) {
    // the first failure is the cause; the statements after it only hear that the transaction is lost
    throw failures[0] ?? error
  }
}

/** A statement on its way. In an object, so that nobody waits for it in passing. */
export type Sent<Row> = { answer: Promise<Row[]> }

/** Sent now, waited for when its answer is needed. Outside `inTransaction`, sent when its turn comes. */
export function send<Row>(db: QueryExecutorProvider, query: Compilable<Row> | CompiledQuery<Row>): Sent<Row> {
  const line = lines.get(db)
  if (line && !line.open) throw new Error('Something was sent after its transaction had ended.')
  const sent = (line?.connection ?? db.getExecutor()).executeQuery<Row>('compile' in query ? query.compile() : query)
  const answer = sent.then(({ rows }) => rows)
  answer.catch((error: unknown) => line?.failures.push(error))
  return { answer }
}

/** What only has to be done before the commit. Outside `inTransaction` it is waited for. */
export async function behind(db: QueryExecutorProvider, query: Compilable | CompiledQuery): Promise<void> {
  const { answer } = send(db, query)
  if (!lines.has(db)) await answer
}
