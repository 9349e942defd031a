// Which words fit under and above the line: what is now and the end first, then from the newest back. What finds no room stays
// in the list for screen readers and in the station's tooltip.
import { isLast } from './path-geometry.ts'
import type { PathStep, Stretch } from './path-geometry.ts'

export type Label = {
  readonly text: string
  readonly x: number
  readonly room: number
  readonly at: 'middle' | 'start' | 'end'
  readonly now: boolean
}
export type Held = { readonly text: string; readonly x: number; readonly y: number; readonly now: boolean }

const gap = 8

/** Close enough to leave a gap between neighbours: 11.5 px letters of either script are 5 to 6.5 px wide. */
const widthOf = (text: string): number => [...text].length * 6.3

/** One line under the drawing, each label under the middle of its stretch. */
export const labelsInLine = (stretches: readonly Stretch[], width: number): Label[] => {
  const taken: { from: number; to: number }[] = []
  const fits: Label[] = []
  for (const label of inOrderOfWorth(stretches)) {
    const half = widthOf(label.text) / 2
    const span =
      label.at === 'end' ? { from: width - half * 2, to: width + 8 } : { from: label.x - half, to: label.x + half }
    if (taken.some((other) => span.from < other.to + gap && other.from < span.to + gap)) continue
    taken.push(span)
    fits.push(label)
  }
  return fits.toSorted((a, b) => a.x - b.x)
}

const inOrderOfWorth = (stretches: readonly Stretch[]): Label[] => {
  const steps = stretches.map(({ step }) => step)
  const all = stretches.map((stretch, index) => ({
    label: labelOf(stretch, index, steps),
    worth: worthOf(stretch.step, index, steps),
  }))
  return all
    .filter(({ label }) => label.text)
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ label }) => label)
}

const worthOf = (step: PathStep, index: number, steps: readonly PathStep[]): number => {
  if (step.kind === 'now') return 1000
  if (isLast(step, index, steps)) return 900
  if (index === 0) return 800
  return step.kind === 'todo' ? 100 - index : 200 + index
}

const labelOf = ({ step, middle, to }: Stretch, index: number, steps: readonly PathStep[]): Label =>
  isLast(step, index, steps)
    ? { text: step.label, x: to, room: 0, at: 'end', now: step.kind === 'end' }
    : { text: step.label, x: middle, room: 0, at: 'middle', now: step.kind === 'now' }

/** The customer's few stations: each label begins under its station and wraps before the next. */
export const labelsAtStations = (stretches: readonly Stretch[], width: number): Label[] => {
  const steps = stretches.map(({ step }) => step)
  return stretches.flatMap((stretch, index) => {
    if (!stretch.step.label) return []
    const label = labelOf(stretch, index, steps)
    if (label.at === 'end') return [{ ...label, room: width - (stretches[index - 1]?.middle ?? 0) }]
    const next = stretches[index + 1]
    const beforeEnd = next && isLast(next.step, index + 1, steps)
    const until = beforeEnd
      ? Math.max(stretch.from + 44, width - widthOf(next.step.label) - gap / 2)
      : (next?.from ?? width)
    return [
      { ...label, at: 'start' as const, x: stretch.from - 4, room: until - stretch.from - (beforeEnd ? 0 : gap / 2) },
    ]
  })
}

/** Above its stretch, where it is no longer than the stretch; above the ball always. */
export const heldOf = (stretches: readonly Stretch[]): Held[] =>
  stretches.flatMap(({ step, from, to, middle, y }): Held[] => {
    if (!step.heldFor) return []
    if (step.kind === 'now') return [{ text: step.heldFor, x: middle, y: y - 23, now: true }]
    return widthOf(step.heldFor) <= to - from - 6 ? [{ text: step.heldFor, x: middle, y: y - 9, now: false }] : []
  })
