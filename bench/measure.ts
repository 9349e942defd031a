import type { Run } from './closed-loop.ts'
import type { Drive } from './drive.ts'
import type { Statement } from './driver.ts'
import { figureOf, ratio, type Line } from './figures.ts'
import type { Ask } from './http-line.ts'
import type { Operation } from './operations.ts'
import { newId } from '../src/server/ids.server.ts'

export type Bench = {
  url: string
  drive: Drive
  product: number
  nothing: number
  record(asks: readonly Ask[]): Promise<Statement[][]>
  size: number
  /** How many operations a slice has. */
  slice(operation: Operation, atOnce: number): number
  /** Waits until everybody is told of what was done: what is measured next has the machine to itself. */
  settled(): Promise<void>
  rounds: number
}

/** One operation at one width: slices of the product, the same statements bare, and three yardsticks, in turn. */
export async function measure(bench: Bench, operation: Operation, atOnce: number): Promise<Line> {
  const { drive, url, product, nothing, rounds, size } = bench
  const amount = bench.slice(operation, atOnce)
  const asks = await asksOf(bench, operation, amount * (rounds + 1) * 2)
  const ours = inSlices(asks.slice(0, asks.length / 2), rounds + 1)
  const lists = await bench.record(asks.slice(asks.length / 2))
  const theirs = inSlices(lists, rounds + 1)
  const runs: Record<'product' | 'bare' | 'insert' | 'keyRead' | 'nothing', Run[]> = {
    product: [],
    bare: [],
    insert: [],
    keyRead: [],
    nothing: [],
  }
  // the first round warms everything and is thrown away
  for (let round = 0; round <= rounds; round++) {
    const run = await drive.run({ by: 'http', port: product, items: ours[round]!, atOnce })
    if (operation.kind === 'write') await bench.settled()
    const all = {
      product: run,
      bare: await drive.run({ by: 'driver', url, items: theirs[round]!, atOnce }),
      insert: await drive.run({ by: 'driver', url, items: repeat(amount, insert), atOnce }),
      keyRead: await drive.run({ by: 'driver', url, items: repeat(amount, () => keyRead(size)), atOnce }),
      nothing: await drive.run({ by: 'http', port: nothing, items: repeat(amount, () => idle), atOnce }),
    }
    if (round > 0) for (const name of Object.keys(runs) as (keyof typeof runs)[]) runs[name].push(all[name])
  }
  return {
    size,
    atOnce,
    operation: operation.name,
    kind: operation.kind,
    product: figureOf(runs.product),
    bare: figureOf(runs.bare),
    insert: figureOf(runs.insert),
    keyRead: figureOf(runs.keyRead),
    nothing: figureOf(runs.nothing),
    statements: lists[0]!.length,
    ofBare: ratio(runs.product, runs.bare),
    ofInsert: ratio(runs.product, runs.insert),
    ofKeyRead: ratio(runs.product, runs.keyRead),
    ofNothing: ratio(runs.product, runs.nothing),
  }
}

const differentOnes = 200
const rowsOfAFullPage = 51

async function asksOf(bench: Bench, operation: Operation, amount: number): Promise<Ask[]> {
  if (!operation.fullPages) return operation.asks(amount)
  const full: Ask[] = []
  for (let tries = 0; full.length < differentOnes && tries < 30; tries++) {
    const some = await operation.asks(differentOnes)
    const lists = await bench.record(some)
    full.push(...some.filter((_, index) => lists[index]!.some(({ rows }) => rows >= rowsOfAFullPage)))
  }
  return Array.from({ length: amount }, (_, index) => full[index % full.length]!)
}

export const yardstickTable =
  'create table one_row (id uuid primary key, said text, at timestamptz); grant all on one_row to sanad_app'

const insert = (): Statement[] => [
  {
    text: 'insert into one_row (id, said, at) values ($1, $2, $3)',
    values: [newId(), 'x'.repeat(500), new Date()],
    rows: 0,
  },
]
const keyRead = (size: number): Statement[] => [
  { text: 'select * from ticket where number = $1', values: [1001 + Math.floor(Math.random() * size)], rows: 1 },
]
const idle: Ask = { method: 'GET', path: '/', expect: { status: 200, has: '{}' } }

const repeat = <Item>(amount: number, one: () => Item): Item[] => Array.from({ length: amount }, one)

function inSlices<Item>(items: readonly Item[], slices: number): Item[][] {
  const each = Math.floor(items.length / slices)
  return Array.from({ length: slices }, (_, index) => items.slice(index * each, (index + 1) * each))
}
