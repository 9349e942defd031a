import type { BusyDesk } from './busy-desk.ts'
import type { Run } from './closed-loop.ts'
import type { Delivery } from './live-delivery.ts'
import type { Overload } from './overload.ts'
import type { WholeExport } from './whole-export.ts'

export type Figure = { perSecond: number; median: number; p95: number }

export function figureOf(runs: readonly Run[]): Figure {
  const latencies = runs.flatMap((run) => [...run.latencies]).sort((one, other) => one - other)
  return {
    perSecond: middle(runs.map(rate)),
    median: latencies[Math.floor(latencies.length * 0.5)] ?? 0,
    p95: latencies[Math.floor(latencies.length * 0.95)] ?? 0,
  }
}

const rate = (run: Run): number => run.latencies.length / run.seconds

/** Of slices that ran side by side: the machine is shared, so that only what alternates can be compared. */
export const ratio = (ours: readonly Run[], theirs: readonly Run[]): number =>
  middle(ours.map((run, index) => rate(run) / rate(theirs[index]!)))

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Of one size: what is no operation. */
export type Whole = {
  size: number
  loadSeconds: number
  countedSeconds: number
  startSeconds: number
  /** Megabytes of the server's process with the worker in it. */
  idleMemory: number
  memoryAfter: number
  exports: { rows: number; csv: WholeExport; xlsx: WholeExport }
  /** To make the report of a month anew. */
  reportSeconds: number
  live: Delivery
  /** The same on a thousand pages. Not in what was measured before it was. */
  liveOnMany?: Delivery
  busyDesk?: BusyDesk
  overload: Overload
}

export type Line = {
  size: number
  atOnce: number
  operation: string
  kind: 'read' | 'write' | 'heavy'
  product: Figure
  bare: Figure
  insert: Figure
  keyRead: Figure
  nothing: Figure
  statements: number
  ofBare: number
  ofInsert: number
  ofKeyRead: number
  ofNothing: number
}

const percent = (share: number): string => `${Math.round(share * 100)} %`.padStart(7)
const number = (value: number, digits = 0): string => value.toFixed(digits).padStart(8)

export const heading =
  'tickets  at  operation                        req/s   median      p95  bare/s  stmts  of bare  insert   read  nothing  (insert/s read/s)'

export const tell = (line: Line): string =>
  [
    String(line.size).padEnd(8),
    String(line.atOnce).padEnd(3),
    line.operation.padEnd(32),
    number(line.product.perSecond).slice(2),
    number(line.product.median, 2),
    number(line.product.p95, 2),
    number(line.bare.perSecond).slice(1),
    String(line.statements).padStart(6),
    percent(line.ofBare).padStart(8),
    percent(line.ofInsert),
    percent(line.ofKeyRead).slice(1),
    percent(line.ofNothing),
    number(line.insert.perSecond),
    number(line.keyRead.perSecond),
  ].join(' ')
