// Where the workflow's statuses stand and how its arrows run, in units of a drawing that is mirrored as a whole in rtl.
import type { Status } from '../../entities/ticket/ticket.ts'
import type { Arrow } from './workflow-steps.ts'

export const drawing = { width: 880, height: 300 } as const
const node = { width: 132, height: 38 } as const

/** The way a ticket takes runs along the middle; a duplicate stands aside. */
export const places: Record<Status, { readonly x: number; readonly y: number }> = {
  open: { x: 80, y: 150 },
  inProgress: { x: 320, y: 150 },
  responded: { x: 560, y: 150 },
  closed: { x: 800, y: 150 },
  duplicate: { x: 800, y: 262 },
}

export type Drawn = {
  readonly key: string
  readonly line: string
  readonly head: string
  readonly label: { readonly x: number; readonly y: number; readonly above?: true }
  readonly arrow: Arrow
}

const order: readonly Status[] = ['open', 'inProgress', 'responded', 'closed']

/** Neighbours are joined straight; what leaps goes over, what returns goes under, duplicates go down and aside. */
export const drawn = (arrow: Arrow): Drawn => {
  const key = `${arrow.from} ${arrow.to}`
  if (arrow.to === 'duplicate') return { key, arrow, ...toDuplicate(arrow) }
  if (arrow.from === 'duplicate') return { key, arrow, ...fromDuplicate(arrow) }
  const leap = order.indexOf(arrow.to) - order.indexOf(arrow.from)
  return { key, arrow, ...(leap === 1 ? straight(arrow) : arched(arrow, leap)) }
}

type Lines = Pick<Drawn, 'line' | 'head' | 'label'>

const straight = ({ from, to }: Arrow): Lines => {
  const start = places[from].x + node.width / 2
  const end = places[to].x - node.width / 2
  const { y } = places[from]
  return {
    line: `M${start} ${y}H${end - 3}`,
    head: headAt(end, y, 'forward'),
    label: { x: (start + end) / 2, y: y - 4, above: true },
  }
}

const arched = ({ from, to }: Arrow, leap: number): Lines => {
  const over = leap > 0
  const edge = over ? -node.height / 2 : node.height / 2
  const start = places[from].x + (over ? 18 : -22)
  const end = places[to].x + (over ? -18 : 22)
  const y = places[from].y + edge
  const reach = (over ? -1.3 : 1.3) * (Math.abs(leap) * 26 + (over ? 14 : 8))
  return {
    line: `M${start} ${y}C${start} ${y + reach} ${end} ${y + reach} ${end} ${y + (over ? -4 : 4)}`,
    head: headAt(end, y, over ? 'down' : 'up'),
    label: onCurve(start, end, y, reach, leap < -1 ? 0.3 : 0.5),
  }
}

/** The point of the curve at a part of its way. */
const onCurve = (start: number, end: number, y: number, reach: number, part: number) => {
  const gone = part * part * (3 - 2 * part)
  return { x: start + (end - start) * gone, y: y + reach * 3 * part * (1 - part) }
}

const lowerEdge = node.height / 2

const toDuplicate = ({ from }: Arrow): Lines => {
  const { x, y } = places[from]
  const start = x - 40
  const end = places.duplicate.x - node.width / 2
  const at = places.duplicate.y
  return {
    line: `M${start} ${y + lowerEdge}V${at - 14}Q${start} ${at} ${start + 14} ${at}H${end - 3}`,
    head: headAt(end, at, 'forward'),
    label: { x: end - 66, y: at - 4, above: true },
  }
}

const fromDuplicate = ({ to }: Arrow): Lines => {
  const y = places.duplicate.y + lowerEdge
  const end = places[to].x + 44
  const start = places.duplicate.x - 30
  return {
    line: `M${start} ${y}V${y + 6}Q${start} ${y + 14} ${start - 12} ${y + 14}H${end + 12}Q${end} ${y + 14} ${end} ${y + 2}V${places[to].y + lowerEdge + 4}`,
    head: headAt(end, places[to].y + lowerEdge, 'up'),
    label: { x: 0, y: 0 },
  }
}

const headAt = (x: number, y: number, way: 'forward' | 'down' | 'up'): string => {
  if (way === 'forward') return `M${x - 7} ${y - 4}L${x} ${y}L${x - 7} ${y + 4}`
  const back = way === 'down' ? -7 : 7
  return `M${x - 4} ${y + back}L${x} ${y}L${x + 4} ${y + back}`
}
