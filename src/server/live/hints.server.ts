import pg from 'pg'
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
}

export type Hints = {
  /** Sent together with others, at most every 20 ms, to every process; after the commit, never inside a transaction. */
  publish(hint: Partial<Hint>): void
  subscribe(listener: (hint: Hint) => void): () => void
  stop(): Promise<void>
}

const channel = 'sanad_live'
const batchMs = 20
// a NOTIFY carries at most 8,000 bytes
const mostAtOnce = 70

/**
 * Hints between processes over LISTEN/NOTIFY on one connection of its own. A NOTIFY inside a writing transaction would take
 * one database-wide lock through its commit (measured: a third of the commits per second), hence the batch afterwards.
 */
export function openHints(url: string, onTrouble: (error: unknown) => void): Hints {
  const listeners = new Set<(hint: Hint) => void>()
  let waiting = empty()
  let timer: NodeJS.Timeout | undefined
  let sending = Promise.resolve()
  let client: pg.Client | undefined
  let stopped = false

  /** One connection after the other, until we are stopped: a database that restarts is listened to again. */
  async function listen(): Promise<void> {
    while (!stopped) {
      const fresh = new pg.Client({
        connectionString: url,
        application_name: 'sanad live',
        options: '-c role=sanad_app',
      })
      const ended = new Promise((resolve) => fresh.once('end', resolve))
      fresh.on('error', () => {})
      fresh.on('notification', ({ payload }) => deliver(JSON.parse(payload ?? '{}') as Partial<Hint>))
      try {
        await fresh.connect()
        await fresh.query(`listen ${channel}`)
        client = fresh
        if (stopped) await fresh.end()
        await ended
      } catch (error) {
        if (!stopped) onTrouble(error)
      }
      client = undefined
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, 500).unref())
    }
  }

  function deliver(hint: Partial<Hint>): void {
    for (const listener of listeners) listener({ ...empty(), ...hint })
  }

  /** One after the other: a connection does one thing at a time, and under load a batch takes longer than its pause. */
  function flush(): Promise<void> {
    timer = undefined
    sending = sending.then(sendWaiting)
    return sending
  }

  async function sendWaiting(): Promise<void> {
    const batch = waiting
    waiting = empty()
    for (const part of inParts(batch))
      // a hint that is lost here is made good: listeners look for newer events every 2 s, and the queue polls
      await client?.query('select pg_notify($1, $2)', [channel, JSON.stringify(part)]).catch(onTrouble)
  }

  void listen()
  return {
    publish(hint) {
      waiting.tickets.push(...(hint.tickets ?? []))
      waiting.people.push(...(hint.people ?? []))
      waiting.jobs ||= hint.jobs ?? false
      waiting.rights ||= hint.rights ?? false
      waiting.figures ||= hint.figures ?? false
      waiting.undelivered.push(...(hint.undelivered ?? []))
      waiting.here.push(...(hint.here ?? []))
      timer ??= setTimeout(() => void flush(), batchMs)
      timer.unref()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      await flush()
      await client?.end()
    },
  }
}

const empty = (): Hint => ({
  tickets: [],
  people: [],
  jobs: false,
  rights: false,
  figures: false,
  undelivered: [],
  here: [],
})

function inParts(batch: Hint): Partial<Hint>[] {
  const parts: Partial<Hint>[] = []
  const { tickets, people, undelivered, here } = batch
  for (
    let from = 0;
    from < Math.max(tickets.length, people.length, undelivered.length, here.length, 1);
    from += mostAtOnce
  )
    parts.push({
      ...(tickets.length > from ? { tickets: tickets.slice(from, from + mostAtOnce) } : {}),
      ...(people.length > from ? { people: people.slice(from, from + mostAtOnce) } : {}),
      ...(undelivered.length > from ? { undelivered: undelivered.slice(from, from + mostAtOnce) } : {}),
      ...(here.length > from ? { here: here.slice(from, from + mostAtOnce) } : {}),
      ...(from === 0 && batch.jobs ? { jobs: true } : {}),
      ...(from === 0 && batch.rights ? { rights: true } : {}),
      ...(from === 0 && batch.figures ? { figures: true } : {}),
    })
  return parts.filter((part) => Object.keys(part).length > 0)
}
