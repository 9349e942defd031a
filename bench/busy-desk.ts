import type { Chance } from '../src/start/demo/chance.ts'
import { openLine, type Ask, type Line } from './http-line.ts'
import type { Operation } from './operations.ts'

export type BusyDesk = {
  seconds: number
  perSecond: number
  /** Milliseconds in which 95 of 100 were answered, counted from when they were due. */
  readP95: number
  writeP95: number
  failed: number
}

type FreeLine = { line: Line; since: number }
type Due = { kind: 'read' | 'write'; ready: () => Ask | Promise<Ask> }

/** Of a hundred requests: what a desk does all day. Each part is shared evenly by its operations. */
const day: [share: number, operations: string[]][] = [
  [35, ['queue new', 'queue mine', 'queue myGroups', 'queue toReview', 'my requests', 'closed tickets', 'notices']],
  [35, ['read one, as staff', 'read one, as customer', 'who is it (session check)']],
  [15, ['reply', 'note']],
  [10, ['assign', 'take', 'propose-solution', 'approve-solution', 'accept-solution']],
  [5, ['submit']],
]

/**
 * A hundred requests a second, each when it is due whether or not those before it were answered: seventy read lists and
 * tickets, fifteen write, ten move a ticket on, five are new requests with a file.
 */
export async function busyDesk(
  port: number,
  operations: readonly Operation[],
  luck: Chance,
  { seconds, perSecond = 100 }: { seconds: number; perSecond?: number },
): Promise<BusyDesk> {
  const all = mixed(await everything(port, operations, seconds * perSecond), luck)
  const free: FreeLine[] = []
  const times: Record<Due['kind'], number[]> = { read: [], write: [] }
  const failures: string[] = []
  const start = performance.now() + 100
  await Promise.all(
    all.map(async ({ kind, ready }, index) => {
      const due = start + (index * 1_000) / perSecond
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
      const failure = await asked(ready, free, port).catch(unasked)
      times[kind].push(performance.now() - due)
      if (failure !== null) failures.push(failure)
    }),
  )
  const took = (performance.now() - start) / 1_000
  free.forEach(({ line }) => line.close())
  if (failures.length > 0) process.stdout.write(`${failures.slice(0, 3).join('\n')}\n`)
  return {
    seconds: took,
    perSecond: all.length / took,
    readP95: p95(times.read),
    writeP95: p95(times.write),
    failed: failures.length,
  }
}

/** The line comes last: the server hangs up on one that waits for its file for fifteen seconds. */
async function asked(ready: Due['ready'], free: FreeLine[], port: number): Promise<string | null> {
  const ask = await ready()
  const line = fresh(free) ?? (await openLine(port))
  const failure = await line.ask(ask)
  free.push({ line, since: performance.now() })
  return failure
}

// one that could not be asked is a failure of the desk, and no end of hours of measuring
const unasked = (error: Error): string => `not asked: ${error.message}`

/** The server hangs up on lines that were idle for long: what is asked on such a one is never answered. */
function fresh(free: FreeLine[]): Line | undefined {
  const last = free.pop()
  if (last?.line.isOpen() && performance.now() - last.since < 3_000) return last.line
  last?.line.close()
  return undefined
}

const mixed = <Item>(items: readonly Item[], luck: Chance): Item[] =>
  items
    .map((item) => ({ item, place: luck.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item)

async function everything(port: number, operations: readonly Operation[], amount: number): Promise<Due[]> {
  const due: Due[] = []
  for (const [share, names] of day)
    for (const name of names) {
      const operation = operations.find((each) => each.name === name)!
      const asks = await operation.asks(Math.ceil((amount * share) / 100 / names.length))
      due.push(...asks.map((ask) => dueFor(port, operation, ask)))
    }
  return due
}

const dueFor = (port: number, { name, kind }: Operation, ask: Ask): Due => ({
  kind: kind === 'write' ? 'write' : 'read',
  ready: () => (name === 'submit' ? withFile(port, ask) : ask),
})

const file = Buffer.alloc(100_000, 'a picture of the broken thing ')

/** The file goes first, the request names it: both are waited for. */
async function withFile(port: number, ask: Ask): Promise<Ask> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/files`, {
    method: 'POST',
    headers: {
      cookie: ask.cookie!,
      origin: `http://localhost:${port}`,
      host: `localhost:${port}`,
      'content-type': 'application/octet-stream',
      'x-file-name': 'broken.txt',
    },
    body: file,
  })
  const { id } = (await answer.json()) as { id?: string }
  return { ...ask, body: JSON.stringify({ ...(JSON.parse(ask.body!) as object), files: id ? [id] : [] }) }
}

function p95(times: number[]): number {
  times.sort((one, other) => one - other)
  return times[Math.floor(times.length * 0.95)] ?? 0
}
