import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { keptAlive } from './kept-alive.ts'
import { openNaming, preparing, type Ahead } from './prepared.server.ts'
import { isUnreachable } from './unreachable.server.ts'

// Ticket numbers, counts and sums come back as numbers: all of ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export type DatabaseOptions = {
  url: string
  /** A streaming replica for reads that bear a few seconds of age; the primary when absent. */
  replicaUrl?: string
  /** Connections of this process; a request waits at most `waitMs` for one. */
  connections?: number
  waitMs?: number
  /** While it says so nobody asks for anything yet: a connection that is slow to come is waited for, up to a minute. */
  isStarting?: () => boolean
}

export type Database<Tables> = {
  primary: Kysely<Tables>
  /**
   * `eventual` reads may be a few seconds old; what a person just wrote is read `fresh`. What is asked of one handle comes from one
   * database, also in the moment when a replica returns: what must belong together is asked of one.
   */
  read(age: 'fresh' | 'eventual'): Kysely<Tables>
  pool: pg.Pool
  /** Asks the primary one thing, behind which the next may be sent without waiting for the answer. */
  ahead: <Row>(question: pg.QueryConfig) => Promise<Ahead<Row>>
  close(): Promise<void>
}

/**
 * Opens pools and connects to nothing yet: a wrong address shows with the first question. Whoever waits longer than `waitMs` (2 s)
 * for a connection, or 30 s for a statement, gets an error. Without a replica every read is of the primary.
 */
export function openDatabase<Tables>(options: DatabaseOptions): Database<Tables> {
  const pool = openPool(options.url, options)
  const following = options.replicaUrl ? openReplicaPool(options.replicaUrl, pool, options) : null
  const naming = openNaming()
  const prepared = preparing(pool, naming)
  const primary = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: prepared }) })
  const replica = following
    ? new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(following.pool, naming) }) })
    : primary
  return {
    primary,
    read: (age) => (age === 'eventual' && !following?.isAway() ? replica : primary),
    pool,
    ahead: prepared.ahead,
    async close() {
      await primary.destroy()
      if (following) await replica.destroy()
    },
  }
}

function openPool(url: string, options: DatabaseOptions, patient = true): pg.Pool {
  const { connections = 20, waitMs = 2_000, isStarting = () => false } = options
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: waitMs,
    // a desk comes in waves: after the pool's own ten seconds each wave began with new connections, which know no statement yet
    idleTimeoutMillis: 60_000,
    ...keptAlive,
    // statements that are sent one after the other need not wait for each other's answers: see sending.server.ts
    pipeline: true,
    application_name: 'sanad',
    // The role may not rewrite history; durability is asked for here and not left to the server's mood.
    options:
      '-c role=sanad_app -c synchronous_commit=on -c timezone=UTC -c statement_timeout=30000 -c lock_timeout=10000',
  })
  if (patient) pool.connect = patiently(pool, isStarting)
  // A connection that breaks (the database restarted) is replaced by the pool. Without these listeners it would end us: the
  // pool's own hears of connections at rest alone, and one may break between two statements of a transaction.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const withoutReplicaMs = 5_000

/** A replica only spares the primary work: while it is away, its questions go to the primary, and every few seconds it is tried. */
function openReplicaPool(url: string, primary: pg.Pool, options: DatabaseOptions) {
  const pool = openPool(url, options, false)
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>
  let awayUntil = 0
  const isAway = () => Date.now() < awayUntil
  const orPrimary = async (): Promise<pg.PoolClient> => {
    if (isAway()) return primary.connect()
    try {
      return await connect()
    } catch (error) {
      if (!isUnreachable(error)) throw error
      awayUntil = Date.now() + withoutReplicaMs
      return primary.connect()
    }
  }
  pool.connect = orPrimary as pg.Pool['connect']
  return { pool, isAway }
}

/**
 * While the database restarts (a few seconds), requests wait and then go on, instead of failing one by one. Only connecting
 * is tried again: what a statement did before its connection broke nobody here can know.
 */
function patiently(pool: pg.Pool, isStarting: () => boolean): pg.Pool['connect'] {
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>
  const tryFrom = async (begin: number): Promise<pg.PoolClient> => {
    try {
      return await connect()
    } catch (error) {
      const passes = isRestarting(error) || (isStarting() && isUnreachable(error))
      if (!passes || Date.now() - begin > (isStarting() ? startPatienceMs : patienceMs)) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
      return tryFrom(begin)
    }
  }
  type Given = (error: Error | undefined, client: pg.PoolClient | undefined, release: (error?: unknown) => void) => void
  const patient = (given?: Given) => {
    const connected = tryFrom(Date.now())
    if (!given) return connected
    // pool.query() connects through the callback form
    connected.then(
      (client) => given(undefined, client, (error) => client.release(error as Error | undefined)),
      (error: Error) => given(error, undefined, () => {}),
    )
    return undefined
  }
  return patient as pg.Pool['connect']
}

const patienceMs = 8_000
const startPatienceMs = 60_000

const isRestarting = (error: unknown): boolean =>
  ['ECONNREFUSED', 'ENOENT', '57P03', '57P01', '57P02'].includes((error as { code?: string }).code ?? '')
