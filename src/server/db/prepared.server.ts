import { AsyncLocalStorage } from 'node:async_hooks'
import type { PostgresPool } from 'kysely'
import type pg from 'pg'

const oftenEnough = 5
const mostPrepared = 300
const mostRemembered = 2_000

type Named = { name?: string; text: string; values: unknown[] }

/**
 * Statements that come again and again are prepared on each connection: the database parses and plans them once (one ticket
 * with its joins: 1.6 ms as plain text, 0.5 ms prepared). Left out are those that
 * - ask for `*`: a migration that adds a column under a running process would make them fail;
 * - search words: their plan depends on which words, so that each is planned for itself;
 * - have no parameter: `begin`, `commit`.
 */
export function namer() {
  const seen = new Map<string, number | string>()
  let prepared = 0
  return (text: string, values: readonly unknown[] = []): Named => {
    const plain = { text, values: values.map(written) }
    if (values.length === 0) return plain
    const known = seen.get(text) ?? 0
    if (typeof known === 'string') return known === '' ? plain : { ...plain, name: known }
    if (known + 1 < oftenEnough) remember(text, known + 1)
    else remember(text, mayPrepare(text) && prepared < mostPrepared ? `often-${prepared++}` : '')
    return plain
  }

  function remember(text: string, what: number | string): void {
    // texts that came once or twice make room; filters can be combined in more ways than anyone will ask
    if (seen.size >= mostRemembered)
      for (const [each, count] of seen) if (typeof count === 'number' || count === '') seen.delete(each)
    seen.set(text, what)
  }
}

/**
 * Objects go out as JSON, as the driver would write them; but here, before anything of the statement is sent. Where that fails
 * half way the driver and the server would disagree about what is prepared.
 */
const written = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
    ? JSON.stringify(value)
    : value

const asksForAll = /\b(select|returning)\s+\*|\.\*/i
const mayPrepare = (text: string): boolean => !asksForAll.test(text) && !text.includes('@@')

/** A question on its way, and what may go out with it. */
export type Ahead<Row> = {
  answer: Promise<Row[]>
  /** The first that `work` asks of the database goes right behind the question: in one piece, on one connection, after it. */
  followedBy: <Result>(work: () => Result) => Result
}

type Door = Awaited<ReturnType<PostgresPool['connect']>> & {
  /** Whoever has the door after this question gives it back; where the question fails, the connection is closed instead. */
  ask(question: pg.QueryConfig): Promise<pg.QueryResult>
}
type Leading = { pool: pg.Pool; claim(): Door | null }

const leading = new AsyncLocalStorage<Leading>()

export type PreparingPool = PostgresPool & { ahead: <Row>(question: pg.QueryConfig) => Promise<Ahead<Row>> }

/** Names and doors belong to connections: pools that hand out each other's have them in common. */
export type Naming = { named: ReturnType<typeof namer>; doors: WeakMap<pg.PoolClient, Door> }
export const openNaming = (): Naming => ({ named: namer(), doors: new WeakMap() })

/** The pool as Kysely sees it, with the names put in. */
export function preparing(pool: pg.Pool, { named, doors }: Naming): PreparingPool {
  const doorOf = (client: pg.PoolClient) => {
    const pieces = inPieces(client)
    const send = (given: unknown, values?: readonly unknown[]) => {
      pieces.gather()
      return client.query((typeof given === 'string' ? named(given, values) : given) as pg.QueryConfig)
    }
    let begun: Promise<pg.QueryResult> | null = null
    // nobody waits for `begin`: it goes out with the first statement, whose answer it has to precede
    const query = async (given: unknown, values?: readonly unknown[]) => {
      if (given === untilTheEnd) {
        pieces.hold()
        return { command: '', rowCount: null, rows: [] }
      }
      if (given === 'commit' || given === 'rollback') pieces.letGo()
      if (given === 'begin') {
        begun = send(given)
        begun.catch(() => {})
        return { command: 'BEGIN', rowCount: null, rows: [] }
      }
      if (!begun) return send(given, values)
      const both = Promise.all([begun, send(given, values)])
      begun = null
      return (await both)[1]
    }
    let asked: Promise<unknown> | null = null
    const ask = (question: pg.QueryConfig) => (asked = send(question))
    const release = (error?: Error | boolean) => {
      pieces.letGo()
      if (asked) void releaseAfter(asked, error)
      else client.release(error)
      asked = null
    }
    // as a pool does: what it failed for may be of this connection, such as a plan from before a migration
    const releaseAfter = async (question: Promise<unknown>, error?: Error | boolean) => {
      const failed = await question.then(
        () => error,
        (why: Error) => why,
      )
      client.release(failed)
    }
    return { query, ask, release } as never
  }
  const open = async (): Promise<Door> => {
    const client = await pool.connect()
    const door = doors.get(client) ?? doorOf(client)
    doors.set(client, door)
    return door
  }
  const claimed = (): Door | null => {
    const lead = leading.getStore()
    return lead?.pool === pool ? lead.claim() : null
  }
  return {
    connect: async () => claimed() ?? open(),
    async ahead<Row>(question: pg.QueryConfig) {
      const door = await open()
      let free = true
      // whoever claims the connection lets it go; it answers in the order in which it was asked
      const claim = () => {
        const mine = free
        free = false
        return mine ? door : null
      }
      const answer = door.ask(question).then(({ rows }) => rows as Row[])
      const leave = () => claim()?.release()
      // whoever asks along looks at the answer when their own has come
      answer.then(leave, leave)
      return {
        answer,
        followedBy: (work) => leading.run({ pool, claim }, work),
      }
    },
    end: () => pool.end(),
    options: pool.options,
  }
}

/** No statement: said before the end of a transaction, so that what was sent last goes out with its `commit` or `rollback`. */
export const untilTheEnd = 'hold what is not sent yet until the end'

/**
 * What is sent within one turn goes to the database in one piece. Each piece is a call of the operating system, and the driver
 * made one for every statement: they were four tenths of the server's time for a submitted ticket.
 */
function inPieces(client: pg.PoolClient) {
  const { stream } = (client as unknown as { connection: pg.Connection }).connection
  let gathers = false
  let holds = false
  const send = () => {
    if (holds || !gathers) return
    gathers = false
    stream.uncork()
  }
  // after the promises that are settled by now have had their say
  const sendSoon = () => process.nextTick(send)
  return {
    gather() {
      if (gathers) return
      gathers = true
      stream.cork()
      sendSoon()
    },
    hold() {
      holds = true
    },
    letGo() {
      if (holds) sendSoon()
      holds = false
    },
  }
}
