import { parseArgs } from 'node:util'
import type pg from 'pg'
import { chance } from '../src/start/demo/chance.ts'
import { busyDesk, type BusyDesk } from './busy-desk.ts'
import { loadMore } from './dataset.ts'
import { filled } from './filled.ts'
import { operationsOn, secret } from './operations.ts'
import { openPlace } from './place.ts'
import { serveProduct, type Served } from './serve.ts'

// Hours of a desk's day, and whether anything grows that should not: memory, open files, connections to the database.

const { values: given } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '120' },
    perSecond: { type: 'string', default: '30' },
    /** Minutes that are not counted: until everything has been needed once. */
    warm: { type: 'string', default: '10' },
    kept: { type: 'boolean', default: false },
  },
})
const number = (name: 'size' | 'minutes' | 'perSecond' | 'warm'): number => Number(given[name])
const say = (line: string): void => void process.stdout.write(`${line}\n`)

type Minute = BusyDesk & { minute: number; megabytes: number; handles: number; connections: number }

const place = await openPlace()
try {
  await soak()
} finally {
  await place.stop()
}

async function soak(): Promise<void> {
  const { url, client, dataset, recorder } = await filled(place, number('size'), { kept: given.kept })
  await recorder.stop()
  const product = await serveProduct({ url, secret, worker: true })
  const operations = operationsOn(number('size'), dataset, chance(7), (fate, amount) =>
    loadMore(client, dataset, fate, amount),
  )
  const minutes: Minute[] = []
  try {
    for (let minute = 1; minute <= number('minutes'); minute++) {
      const asked = { seconds: 60, perSecond: number('perSecond') }
      const desk = await busyDesk(product.port, operations, chance(minute), asked)
      minutes.push({ ...desk, minute, ...(await whatItHolds(product, client)) })
      say(told(minutes.at(-1)!))
    }
    say(summary(minutes.filter(({ minute }) => minute > number('warm'))))
  } finally {
    await product.stop()
    await client.end()
  }
}

async function whatItHolds(product: Served, client: pg.Client) {
  const { rows } = await client.query<{ connections: number }>(
    `select count(*)::int as connections from pg_stat_activity
     where datname = current_database() and application_name = 'sanad'`,
  )
  return { megabytes: await product.memoryNow(), handles: await product.handles(), ...rows[0]! }
}

function told({ minute, megabytes, handles, connections, perSecond, readP95, writeP95, failed }: Minute): string {
  return (
    `minute ${minute}: ${megabytes.toFixed(0)} MB, ${handles} open files, ${connections} connections, ` +
    `${perSecond.toFixed(0)} a second, p95 of reads ${readP95.toFixed(0)} ms, of writes ${writeP95.toFixed(0)} ms, ${failed} failed`
  )
}

function summary(minutes: readonly Minute[]): string {
  const of = (name: 'handles' | 'connections') =>
    [Math.min, Math.max].map((pick) => pick(...minutes.map((each) => each[name]))).join(' to ')
  const failed = minutes.reduce((sum, each) => sum + each.failed, 0)
  return (
    `\nafter ${given.warm} minutes: ${slopeOf(minutes).toFixed(1)} MB of memory more an hour, ` +
    `${of('handles')} open files, ${of('connections')} connections, ${failed} failed`
  )
}

/** Megabytes an hour: the straight line with the least squares through all minutes. */
function slopeOf(minutes: readonly Minute[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const at = mean(minutes.map(({ minute }) => minute))
  const held = mean(minutes.map(({ megabytes }) => megabytes))
  const together = minutes.reduce((sum, { minute, megabytes }) => sum + (minute - at) * (megabytes - held), 0)
  return (60 * together) / minutes.reduce((sum, { minute }) => sum + (minute - at) ** 2, 0)
}
