import pg from 'pg'
import { isUnreachable } from '../db/unreachable.server.ts'
import type { Here } from './presences.server.ts'

/** "Something about this changed": ids and no content. */
export type Hint = {
  tickets: [ticket: number, position: number][]
  people: string[]
  jobs: boolean
  rights: boolean
  /** What is counted has moved. */
  figures: boolean
  /** Tickets about which a mail of ours did not arrive: no event of theirs, but staff who look at one want to know. */
  undelivered: number[]
  /** Who looks at what: nothing changed, but others want to know. */
  here: Here[]
  /** Nothing was heard for a while, and whatever was said then is unknown: told by one's own line, when it is there again. */
  missed: boolean
}

export type Hints = {
  /** Sent together with others, at most every 20 ms, to every process; after the commit, never inside a transaction. */
  publish(hint: Partial<Hint>): void
  subscribe(listener: (hint: Hint) => void): () => void
  stop(): Promise<void>
}

const channel = 'sanad_live'
const batchMs = 20
// a NOTIFY carries less than 8,000
const mostBytes = 7_900
/** Of each kind, while nothing can be said; what is older is found by looking. */
const mostKept = 1_000

/**
 * Hints between processes over LISTEN/NOTIFY on one connection of its own. A NOTIFY inside a writing transaction would take
 * one database-wide lock through its commit (measured: a third of the commits per second), hence the batch afterwards.
 */
export function openHints(url: string, onTrouble: (error: unknown) => void, patienceMs = 10_000): Hints {
  const listeners = new Set<(hint: Hint) => void>()
  let waiting = empty()
  let timer: NodeJS.Timeout | undefined
  let sending = Promise.resolve()
  let client: pg.Client | undefined
  let stopped = false
  let isFirst = true

  /** One connection after the other, until we are stopped: a database that restarts is listened to again. */
  async function listen(): Promise<void> {
    while (!stopped) {
      const fresh = new pg.Client({
        connectionString: url,
        application_name: 'sanad live',
        connectionTimeoutMillis: patienceMs,
        options: '-c role=sanad_app',
      })
      const ended = new Promise((resolve) => fresh.once('end', resolve))
      fresh.on('error', () => {})
      fresh.on('notification', ({ payload }) => deliver(JSON.parse(payload ?? '{}') as Partial<Hint>))
      let leave = () => {}
      try {
        await fresh.connect()
        leave = watch(fresh, patienceMs)
        await fresh.query(`listen ${channel}`)
        client = fresh
        if (stopped) await fresh.end()
        if (!isFirst) deliver({ missed: true })
        void flush()
        await ended
      } catch (error) {
        if (!stopped) onTrouble(error)
      } finally {
        leave()
      }
      client = undefined
      isFirst = false
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, 500).unref())
    }
  }

  function deliver(hint: Partial<Hint>): void {
    for (const listener of listeners) listener({ ...empty(), ...hint })
  }

  /** One after the other: a connection does one thing at a time, and under load a batch takes longer than its pause. */
  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    sending = sending.then(sendWaiting)
    return sending
  }

  async function sendWaiting(): Promise<void> {
    const line = client
    if (!line) return keepNewest()
    const batch = waiting
    waiting = empty()
    for (const part of inParts(batch))
      try {
        await line.query('select pg_notify($1, $2)', [channel, JSON.stringify(part)])
      } catch (error) {
        onTrouble(error)
        if (isUnreachable(error)) add(part)
      }
  }

  function add(hint: Partial<Hint>): void {
    waiting.tickets.push(...(hint.tickets ?? []))
    waiting.people.push(...(hint.people ?? []))
    waiting.jobs ||= hint.jobs ?? false
    waiting.rights ||= hint.rights ?? false
    waiting.figures ||= hint.figures ?? false
    waiting.undelivered.push(...(hint.undelivered ?? []))
    waiting.here.push(...(hint.here ?? []))
  }

  /** While the line is away what there is to say waits for it: nobody looks again for what is new in a bell. */
  function keepNewest(): void {
    const { tickets, people, undelivered } = waiting
    // who is where is said again every 20 s, and soon true no more
    waiting = {
      ...waiting,
      tickets: tickets.slice(-mostKept),
      people: people.slice(-mostKept),
      undelivered: undelivered.slice(-mostKept),
      here: [],
    }
  }

  void listen()
  return {
    publish(hint) {
      add(hint)
      timer ??= setTimeout(() => void flush(), batchMs)
      timer.unref()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async stop() {
      stopped = true
      await flush()
      await client?.end()
    },
  }
}

/** A machine that vanished says nothing, and the system would listen to it for a quarter of an hour: it is asked for a word. */
function watch(line: pg.Client, patienceMs: number): () => void {
  const { stream } = (line as unknown as { connection: pg.Connection }).connection
  const ask = async () => {
    const overdue = setTimeout(() => stream.destroy(), patienceMs)
    await line.query('select 1').catch(() => {})
    clearTimeout(overdue)
  }
  const asking = setInterval(() => void ask(), patienceMs)
  asking.unref()
  return () => clearInterval(asking)
}

const empty = (): Hint => ({
  tickets: [],
  people: [],
  jobs: false,
  rights: false,
  figures: false,
  undelivered: [],
  here: [],
  missed: false,
})

/** Halved until each can be said; what has no content is not said. */
function inParts(batch: Hint): Partial<Hint>[] {
  const part = Object.fromEntries(
    Object.entries(batch).filter(([, said]) => (Array.isArray(said) ? said.length : said)),
  )
  if (Object.keys(part).length === 0) return []
  if (Buffer.byteLength(JSON.stringify(part)) <= mostBytes) return [part]
  const half = <Said>(said: Said[]): [Said[], Said[]] => {
    const middle = Math.ceil(said.length / 2)
    return [said.slice(0, middle), said.slice(middle)]
  }
  const [tickets, people, undelivered, here] = [
    half(batch.tickets),
    half(batch.people),
    half(batch.undelivered),
    half(batch.here),
  ]
  return [
    ...inParts({ ...batch, tickets: tickets[0], people: people[0], undelivered: undelivered[0], here: here[0] }),
    ...inParts({ ...empty(), tickets: tickets[1], people: people[1], undelivered: undelivered[1], here: here[1] }),
  ]
}
