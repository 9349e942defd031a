import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { chance } from '../src/start/demo/chance.ts'
import { busyDesk } from './busy-desk.ts'
import { loadMore, type Dataset } from './dataset.ts'
import { settled } from './settled.ts'
import { openDrive } from './drive.ts'
import { filled } from './filled.ts'
import { heading, tell, type Line, type Whole } from './figures.ts'
import { liveDelivery, type Delivery } from './live-delivery.ts'
import { machineOf } from './machine.ts'
import { overload } from './overload.ts'
import type { Ask } from './http-line.ts'
import { measure } from './measure.ts'
import { cookieOf, operationsOn, secret, type Operation } from './operations.ts'
import { openPlace, type Place } from './place.ts'
import { secondsOf, wholeExport, type WholeExport } from './whole-export.ts'
import { serveNothing, serveProduct, type Served } from './serve.ts'

const results = path.join(import.meta.dirname, 'results')

const { values: given } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    at: { type: 'string', default: '1,8,64' },
    /** Operations whose names begin so, with commas between. */
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '3' },
    /** Seconds of a hundred mixed requests a second. */
    busy: { type: 'string', default: '60' },
    /** Goes on with the dataset that an earlier run left, when there is one: a million take long to load. */
    kept: { type: 'boolean', default: false },
    /** Writes Node's processor profile of the server to bench/results. */
    profile: { type: 'boolean', default: false },
  },
})
const numbers = (list: string): number[] => list.split(',').map(Number)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  await mkdir(results, { recursive: true })
  const place = await openPlace()
  const lines: Line[] = []
  const wholes: Whole[] = []
  const file = path.join(results, `${new Date().toISOString().replace(/[:.]/g, '-')}.json`)
  try {
    for (const size of numbers(given.sizes)) {
      wholes.push(await runSize(place, size, lines))
      // after each size, so that what was measured is there whatever comes next
      const { at, rounds } = given
      const all = { at: new Date(), machine: await machineOf(), asked: { at, rounds }, lines, wholes }
      await writeFile(file, JSON.stringify(all, null, 2))
    }
  } finally {
    await place.stop()
  }
  say(`\nIn ${path.relative(process.cwd(), file)}; npm run bench:page makes docs/benchmarks.md of it.`)
}

async function runSize(place: Place, size: number, lines: Line[]): Promise<Whole> {
  const { url, client, dataset, recorder, countedSeconds } = await filled(place, size, { kept: given.kept })
  say(`\n${size} tickets loaded in ${dataset.seconds.toFixed(0)} s, counted in ${countedSeconds.toFixed(0)} s`)
  // started once, so that what a start keeps is kept; the second start is the one that is measured
  await (await serveProduct({ url, secret, worker: true })).stop()
  const product = await serveProduct({ url, secret, worker: true, ...(given.profile ? { profile: results } : {}) })
  const idleMemory = await product.memory()
  const nothing = await serveNothing()
  const drive = openDrive()
  const operations = operationsOn(size, dataset, chance(7), (fate, amount) => loadMore(client, dataset, fate, amount))
  const bench = {
    ...{ url, drive, size, product: product.port, nothing: nothing.port, slice, rounds: Number(given.rounds) },
    record: (asks: readonly Ask[]) => recorder.record(asks),
    settled: () => settled(client),
  }
  say(`\n${heading}`)
  try {
    for (const operation of operations.filter(({ name }) =>
      given.only.split(',').some((start) => name.startsWith(start)),
    ))
      for (const atOnce of numbers(given.at)) {
        const line = await measure(bench, operation, atOnce)
        lines.push(line)
        say(tell(line))
      }
    const { seconds: loadSeconds } = dataset
    const whole = { size, loadSeconds, countedSeconds, startSeconds: product.seconds, idleMemory }
    return await besides(dataset, product, operations, { ...whole, ...(await whatIsWhole(client, product, dataset)) })
  } finally {
    drive.stop()
    await recorder.stop()
    await Promise.all([product.stop(), nothing.stop(), client.end()])
  }
}

/** Every closed ticket at once, and a month's report made anew. */
async function whatIsWhole(client: pg.Client, product: Served, { people }: Dataset) {
  const cookie = cookieOf(people, people.desk[0]!)
  const { rows } = await client.query<{ rows: string }>(`select count(*) as rows from ticket where status = 'closed'`)
  const path = '/api/v1/queries/closed-tickets'
  const csv = await wholeExport(product, { cookie, path: `${path}.csv` })
  const xlsx = await wholeExport(product, { cookie, path: `${path}.xlsx` })
  const month = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 7)
  const report = `/api/v1/reports/monthly-performance/${month}`
  const reportSeconds = await secondsOf('POST', { port: product.port, cookie, path: report })
  const told = (name: string, { seconds, megabytes, aboveIdle }: WholeExport) =>
    `${name} ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, ${aboveIdle.toFixed(0)} MB of memory above idle`
  say(`export of ${Number(rows[0]!.rows)} rows: ${told('CSV', csv)}; ${told('XLSX', xlsx)}`)
  say(`report of a month made anew: ${reportSeconds.toFixed(2)} s`)
  return { exports: { rows: Number(rows[0]!.rows), csv, xlsx }, reportSeconds }
}

/** What is no operation: live pages, too many at once, memory. */
async function besides(
  { people }: Dataset,
  product: Served,
  operations: readonly Operation[],
  whole: Omit<Whole, 'memoryAfter' | 'live' | 'liveOnMany' | 'busyDesk' | 'overload'>,
): Promise<Whole> {
  const pages = Array.from({ length: 1_000 }, (_, index) => cookieOf(people, people.desk[index % people.desk.length]!))
  const submit = operations.find(({ name }) => name === 'submit')!
  const heard = async (on: number): Promise<Delivery> => {
    const live = await liveDelivery(product.port, pages.slice(0, on), await submit.asks(30))
    say(
      `live: asked for → heard on ${on} pages: median ${live.p50.toFixed(0)} ms, p95 ${live.p95.toFixed(0)} ms, ${live.missed} missed`,
    )
    return live
  }
  const live = await heard(200)
  const liveOnMany = await heard(1_000)
  const busy = await busyDesk(product.port, operations, chance(11), { seconds: Number(given.busy) })
  say(
    `busy desk: ${busy.perSecond.toFixed(0)} mixed requests a second for ${busy.seconds.toFixed(0)} s: p95 of reads ${busy.readP95.toFixed(0)} ms, of writes ${busy.writeP95.toFixed(0)} ms, ${busy.failed} failed`,
  )
  const much = await overload(product.port, '/api/v1/queries/closed-tickets', pages[0]!, 10)
  say(
    `overload: ${much.atOnce} at once: ${much.answered} answered, ${much.refused} told to come back, ${much.other} otherwise; as before after ${much.recoveredAfter.toFixed(1)} s`,
  )
  const memoryAfter = await product.memory()
  say(
    `start ${whole.startSeconds.toFixed(2)} s, memory ${whole.idleMemory.toFixed(0)} MB idle, ${memoryAfter.toFixed(0)} MB afterwards`,
  )
  return { ...whole, memoryAfter, live, liveOnMany, busyDesk: busy, overload: much }
}

/** Long enough that a slice takes about a second, writes waiting for the disk. */
function slice({ kind }: Operation, atOnce: number): number {
  const few = { read: 500, write: 120, heavy: 40 }[kind]
  return atOnce === 1 ? few : few * (kind === 'read' ? 4 : 3)
}

await main()
