import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Line, Whole } from './figures.ts'
import { growthCurve } from './growth-curve.ts'
import type { Machine } from './machine.ts'

// npm run bench:page [file of bench/results …]: docs/benchmarks.md and its curves, from the newest run or from those named, the older first.

type Results = { at: string; machine: Machine; asked: { at: string; rounds: string }; lines: Line[]; wholes: Whole[] }

const folder = path.join(import.meta.dirname, 'results')
const docs = path.join(import.meta.dirname, '../docs')

async function main(): Promise<void> {
  const given = process.argv.slice(2)
  const latest = (await readdir(folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .at(-1)
  const files = given.length > 0 ? given : latest ? [path.join(folder, latest)] : []
  if (files.length === 0) throw new Error('There are no results yet: npm run bench')
  const runs = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as Results))
  const lines = newest(
    runs.flatMap(({ at, lines: its }) => its.map((line): Dated => ({ ...line, measured: at.slice(0, 10) }))),
    ({ size, atOnce, operation }) => `${size} ${atOnce} ${operation}`,
  )
  const wholes = newest(
    runs.flatMap((run) => run.wholes),
    ({ size }) => String(size),
  ).toSorted((one, other) => one.size - other.size)
  await mkdir(path.join(docs, 'benchmarks'), { recursive: true })
  for (const [name, operations] of groups(lines))
    await writeFile(
      path.join(docs, `benchmarks/${name}.svg`),
      growthCurve(operations.map((operation) => curveOf(lines, operation))),
    )
  await writeFile(path.join(docs, 'benchmarks.md'), pageOf(runs.at(-1)!, lines, wholes))
  process.stdout.write('docs/benchmarks.md\n')
}

type Dated = Line & { measured: string }

/** When each width was measured: one run is rarely of all. */
function datesOf(lines: readonly Dated[]): string {
  const widths = [...new Set(lines.map(({ atOnce }) => atOnce))].sort((one, other) => one - other)
  return widths
    .map((each) => {
      const days = new Set(lines.filter(({ atOnce }) => atOnce === each).map(({ measured }) => measured))
      return `${each} at a time on ${[...days].sort().join(' and ')}`
    })
    .join(', ')
}

/** What was measured again in a later file takes the place of what was measured before. */
function newest<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()]
}

/** The width that most care about: a handful of people at the same moment. */
const width = 8
const isVerb = (line: Line) => line.kind === 'write'

function groups(lines: readonly Line[]): [string, string[]][] {
  const names = (which: (line: Line) => boolean) => [...new Set(lines.filter(which).map(({ operation }) => operation))]
  return [
    ['reading', names((line) => line.kind === 'read')],
    ['heavy', names((line) => line.kind === 'heavy')],
    ['changing', names(isVerb)],
  ]
}

function curveOf(lines: readonly Line[], operation: string) {
  const widest = lines.some(({ atOnce }) => atOnce === width) ? width : 1
  const own = lines.filter((line) => line.operation === operation && line.atOnce === widest)
  const points = own.map(({ size, product }) => ({ size, ms: product.p95 }))
  return { name: operation, points: points.toSorted((one, other) => one.size - other.size) }
}

const number = (value: number, digits = 0): string =>
  value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits })
const percent = (share: number): string => `${Math.round(share * 100)} %`
const row = (...cells: (string | number)[]): string => `| ${cells.join(' | ')} |`

function pageOf({ machine, asked }: Results, lines: readonly Dated[], wholes: readonly Whole[]): string {
  const sizes = [...new Set(lines.map(({ size }) => size))].sort((one, other) => one - other)
  const tables = sizes.map((size) =>
    tableOf(
      size,
      lines.filter((line) => line.size === size),
    ),
  )
  return `# Benchmarks

Made by \`npm run bench\` (${datesOf(lines)}): ${machine.processors} processors (${machine.model}), ${machine.memoryGiB} GiB, ${machine.system}, Node ${machine.node}, the embedded PostgreSQL on the same machine, whose load was ${number(machine.load, 1)} at the end. Server, worker, database and driver share these processors, so read the ratios: each stands beside its own yardsticks, measured in turn in the same minute (${asked.rounds === '1' ? 'one round' : `${asked.rounds} rounds`} after a warm one).

Each dataset holds 20,000 people; each ticket about ten events and five messages, in five languages; few customers and words come often and many seldom. Whoever asks for a list has its first page full at every size. In a rush mails give way to requests (decision 107), so that many of a slice's are written when it is over; what is measured next waits for them. Every answer is checked. _Of bare_: the product's rate in parts of what the same statements reach through the bare driver; _of insert_, _of read_: of a one-row insert and of a read by primary key; _of nothing_: of an HTTP server that does nothing.

What we aim for; some rows fall short of it: reads at 40 %, changes at 60 % of bare, 8 at a time; a submit at a quarter of a one-row insert; 95 of 100 answers at a million within one and a half times of what they take at ten thousand; 200 MB idle, 400 afterwards; a start within 2 s; heard within 300 ms, on 1,000 pages within 2 s; on a busy desk reads within 200 ms and changes within 400; as before 30 s after too much at once.

_Busy desk_: a hundred requests a second, each when it is due whether or not those before it were answered: seventy read lists and tickets, fifteen write, ten move a ticket on, five are new requests with a file of 100 KB.

## Whole installation

${row('tickets', 'loaded', 'second start', 'memory idle', 'memory after', 'export of all as CSV', 'as XLSX', 'report made anew', 'asked → heard on 200 pages, p95', 'on 1,000', 'busy desk: p95 of reads, of writes, failed', 'overload: answered, told to come back, otherwise', 'as before after')}
${row('---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---', '---', '---:')}
${wholes.map(wholeRow).join('\n')}

## How it grows

95 of 100 answers come within so many milliseconds, 8 at a time, by the number of tickets.

![Reading](benchmarks/reading.svg)

![Searching common words, reports, exports](benchmarks/heavy.svg)

![Changing](benchmarks/changing.svg)

${tables.join('\n')}`
}

const exported = ({ seconds, aboveIdle }: Whole['exports']['csv']): string =>
  `${number(seconds, 1)} s, ${number(Math.max(0, aboveIdle))} MB above idle`

const busyTold = ({ readP95, writeP95, failed, seconds }: NonNullable<Whole['busyDesk']>): string =>
  `${number(readP95)} ms, ${number(writeP95)} ms, ${number(failed)} (${number(seconds)} s)`

const wholeRow = (whole: Whole): string =>
  row(
    number(whole.size),
    `${number(whole.loadSeconds)} s`,
    `${number(whole.startSeconds, 1)} s`,
    `${number(whole.idleMemory)} MB`,
    `${number(whole.memoryAfter)} MB`,
    exported(whole.exports.csv),
    exported(whole.exports.xlsx),
    `${number(whole.reportSeconds, 2)} s`,
    `${number(whole.live.p95)} ms`,
    whole.liveOnMany ? `${number(whole.liveOnMany.p95)} ms` : '',
    whole.busyDesk ? busyTold(whole.busyDesk) : '',
    `${number(whole.overload.answered)}, ${number(whole.overload.refused)}, ${number(whole.overload.other)}`,
    `${number(whole.overload.recoveredAfter, 1)} s`,
  )

function tableOf(size: number, lines: readonly Line[]): string {
  const rows = lines.map((line) =>
    row(
      line.operation,
      line.atOnce,
      number(line.product.perSecond),
      number(line.product.median, 1),
      number(line.product.p95, 1),
      line.statements,
      percent(line.ofBare),
      percent(line.ofInsert),
      percent(line.ofKeyRead),
      percent(line.ofNothing),
    ),
  )
  return `## ${number(size)} tickets

${row('operation', 'at once', 'per second', 'median ms', 'p95 ms', 'statements', 'of bare', 'of insert', 'of read', 'of nothing')}
${row('---', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:')}
${rows.join('\n')}
`
}

await main()
