import { CompiledQuery, sql, type Compilable, type DatabaseConnection, type Expression, type Kysely } from 'kysely'
import type { OperationNode, QueryExecutorProvider, Transaction } from 'kysely'
import { untilTheEnd } from './prepared.server.ts'

/**
 * One way to the database and back costs more than most statements. Inside `inTransaction` a statement can be sent without
 * waiting for the one before it (the driver pipelines): `send` gives its answer to be waited for later, `behind` is for what
 * only has to be done before the commit. What fails on the way makes the commit a rollback and is what the change fails with.
 */
type Line = { connection: DatabaseConnection; failures: unknown[]; open: boolean; gathered: Part[] | null }
type Part = { query: OperationNode; answered(rows: never[]): void; failed(error: unknown): void }

const lines = new WeakMap<object, Line>()

/** Commits when all that was sent in it went well; else rolls back and fails with the first failure. */
export async function inTransaction<Tables, Result>(
  db: Kysely<Tables>,
  work: (db: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  const failures: unknown[] = []
  try {
    return await db.transaction().execute(async (inside) => {
      // past Kysely's own door, which lets one statement through at a time
      const connection = await inside.getExecutor().provideConnection(async (held) => held)
      const line: Line = { connection, failures, open: true, gathered: null }
      lines.set(inside, line)
      try {
        const result = await work(inside)
        await connection.executeQuery(CompiledQuery.raw(untilTheEnd))
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
  const gathered = lines.get(db)?.gathered
  return gathered ? gather(gathered, compiledOf(query)) : sendNow(db, query)
}

function sendNow<Row>(db: QueryExecutorProvider, query: Compilable<Row> | CompiledQuery<Row>): Sent<Row> {
  const line = lines.get(db)
  if (line && !line.open) throw new Error('Something was sent after its transaction had ended.')
  const sent = (line?.connection ?? db.getExecutor()).executeQuery<Row>(compiledOf(query))
  const answer = sent.then(({ rows }) => rows)
  answer.catch((error: unknown) => line?.failures.push(error))
  return { answer }
}

const compiledOf = <Row>(query: Compilable<Row> | CompiledQuery<Row>): CompiledQuery<Row> =>
  'compile' in query ? query.compile() : query

/** What only has to be done before the commit. Outside `inTransaction` it is waited for. */
export async function behind(db: QueryExecutorProvider, query: Compilable | CompiledQuery): Promise<void> {
  const { answer } = send(db, query)
  if (!lines.has(db)) await answer
}

const divisionByZero = '22012'

/**
 * What only now and then refuses a change, sent with its commit: the statement divides by zero where it does, which makes the
 * commit a rollback.
 */
export function unlessZero(db: QueryExecutorProvider, query: CompiledQuery, refusal: Error): void {
  const line = lines.get(db)
  line?.connection.executeQuery(query).catch((error: { code?: string }) => {
    line.failures.push(error.code === divisionByZero ? refusal : error)
  })
}

/** Like `behind`, but never gathered by `together`: for tables that a distributed database keeps elsewhere than the ticket's. */
export async function apart(db: QueryExecutorProvider, query: Compilable | CompiledQuery): Promise<void> {
  const { answer } = sendNow(db, query)
  if (!lines.has(db)) await answer
}

/**
 * What is sent while `work` runs goes out at its end as one statement: eight rows of five tables cost the database half as
 * much as five statements do. The parts begin from the same moment: none sees what another wrote, and no two may change one
 * row. Answers come as JSON: numbers, texts, no moments. What `work` itself waits for is asked before all of it.
 */
export async function together<Tables>(db: Transaction<Tables>, work: () => Promise<void>): Promise<void> {
  const line = lines.get(db)
  if (!line || line.gathered) return work()
  const parts: Part[] = []
  line.gathered = parts
  try {
    await work()
  } finally {
    line.gathered = null
  }
  if (parts.length > 0) sendParts(db, parts)
}

function gather<Row>(parts: Part[], { query }: CompiledQuery<Row>): Sent<Row> {
  const answer = new Promise<Row[]>((answered, failed) => parts.push({ query, answered, failed }))
  // told by the statement that they became part of
  answer.catch(() => {})
  return { answer }
}

function sendParts<Tables>(db: Transaction<Tables>, parts: readonly Part[]): void {
  const names = parts.map((_, index) => sql.ref(`part_${index}`))
  const bodies = parts.map(({ query }, index) => sql`${names[index]} as (${expressionOf(query)})`)
  const answers = parts.map(({ query }, index) =>
    isAnswered(query) ? sql`(select json_agg(${names[index]}) from ${names[index]})` : sql`null`,
  )
  const whole = sql<{ answers: (never[] | null)[] }>`
    with ${sql.join(bodies)} select json_build_array(${sql.join(answers)}) as answers`.compile(db)
  sendNow(db, whole).answer.then(
    ([row]) => parts.forEach((part, index) => part.answered(row!.answers[index] ?? [])),
    (error: unknown) => parts.forEach((part) => part.failed(error)),
  )
}

const expressionOf = (node: OperationNode): Expression<unknown> => ({
  expressionType: undefined,
  toOperationNode: () => node,
})

const isAnswered = (query: OperationNode): boolean => 'returning' in query && query.returning !== undefined
