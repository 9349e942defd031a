import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { chance } from '../src/start/demo/chance.ts'
import { loadDataset, loadUntaken } from './dataset.ts'
import { openDrive } from './drive.ts'
import { heading, tell, type Line } from './figures.ts'
import type { Ask } from './http-line.ts'
import { measure, yardstickTable } from './measure.ts'
import { operationsOn, secret, type Operation } from './operations.ts'
import { openPlace, type Place } from './place.ts'
import { openRecorder } from './record.ts'
import { serveNothing, serveProduct } from './serve.ts'

const results = path.join(import.meta.dirname, 'results')

const { values: given } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    at: { type: 'string', default: '1,8,64' },
    /** Operations whose names begin so, with commas between. */
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '3' },
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
  try {
    for (const size of numbers(given.sizes)) lines.push(...(await runSize(place, size)))
  } finally {
    await place.stop()
  }
  const file = path.join(results, `${new Date().toISOString().replace(/[:.]/g, '-')}.json`)
  await writeFile(file, JSON.stringify({ at: new Date(), node: process.version, lines }, null, 2))
  say(`\nIn ${path.relative(process.cwd(), file)}`)
}

async function runSize(place: Place, size: number): Promise<Line[]> {
  const url = await place.fresh(String(size))
  const client = new pg.Client({ connectionString: url })
  // when something else failed, the database goes first, and that is not what is to be told
  client.on('error', () => {})
  await client.connect()
  await client.query(yardstickTable)
  const dataset = await loadDataset(client, size)
  const [product, nothing, recorder] = [
    await serveProduct({ url, secret, ...(given.profile ? { profile: results } : {}) }),
    await serveNothing(),
    await openRecorder(url),
  ]
  const drive = openDrive()
  const operations = operationsOn(dataset, chance(7), (amount) => loadUntaken(client, dataset.people, amount))
  const bench = {
    ...{ url, drive, size, product: product.port, nothing: nothing.port, slice, rounds: Number(given.rounds) },
    record: (asks: readonly Ask[]) => recorder.record(asks),
  }
  const lines: Line[] = []
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
  } finally {
    drive.stop()
    await recorder.stop()
    await Promise.all([product.stop(), nothing.stop(), client.end()])
  }
  return lines
}

/** Long enough that a slice takes about half a second, writes waiting for the disk. */
function slice({ kind }: Operation, atOnce: number): number {
  const few = kind === 'read' ? 250 : 100
  return atOnce === 1 ? few : few * 4
}

await main()
