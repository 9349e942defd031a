// Where everything of a path lies, in pixels from the reading start. Steps are spaced evenly, never by time: a stretch in the
// lane of whoever had the ball, a curve to the lane of whoever got it.

export type PathStep = {
  readonly lane: number
  /** What ended this stretch, or what it is called while it lasts. */
  readonly label: string
  /** returned: it ended with the ball coming back. end: the last station, reached. */
  readonly kind: 'done' | 'now' | 'todo' | 'returned' | 'end'
  /** How long, in the reader's words and digits. */
  readonly heldFor?: string | undefined
  /** An end that solved nothing (cancelled, a duplicate) is grey. */
  readonly tone?: 'success' | 'neutral'
}
export type Measure = {
  readonly width: number
  readonly lanes: number
  readonly laneHeight: number
  readonly stations: boolean
}
export type Stretch = {
  readonly step: PathStep
  readonly from: number
  readonly to: number
  readonly middle: number
  readonly y: number
}
export type StationLook = 'passed' | 'came-back' | 'to-come' | 'end-success' | 'end-neutral'
export type Station = { readonly x: number; readonly y: number; readonly look: StationLook; readonly title: string }

/** Narrower than this a step says nothing any more: then the drawing scrolls inside its box. */
export const leastStep = 40
const startEdge = 6
const endEdge = 8

/** In a box of this width. */
export const drawnWidth = (steps: number, width: number): number => Math.max(width, steps * leastStep)

export const stretchesOf = (steps: readonly PathStep[], { width, laneHeight, stations }: Measure): Stretch[] => {
  const weights = steps.map((step, index) => weightOf(step, index, steps, stations))
  const bend = bendOf(steps.length, width)
  const unit = (width - startEdge - endEdge - bend * (steps.length - 1)) / Math.max(0.001, sum(weights))
  let x = startEdge
  return steps.map((step, index) => {
    const from = x
    const to = from + unit * (weights[index] ?? 1)
    x = to + bend
    return { step, from, to, middle: (from + to) / 2, y: laneHeight * (step.lane + 0.5) }
  })
}

/** The last station is a place to arrive at, not a time to wait: its stretch is short. So is one without a name. */
const weightOf = (step: PathStep, index: number, steps: readonly PathStep[], stations: boolean): number => {
  if (isLast(step, index, steps)) return 0.36
  if (!step.label) return 0.3
  // The ball is wider than a station and must not cover the one before it.
  if (step.kind === 'now' && !stations) return 1.25
  return index === 0 ? 1.1 : 1
}

export const isLast = (step: PathStep, index: number, steps: readonly PathStep[]): boolean =>
  index > 0 && index === steps.length - 1 && (step.kind === 'end' || step.kind === 'todo')

const bendOf = (steps: number, width: number): number => Math.min(36, Math.max(12, (width / Math.max(1, steps)) * 0.25))
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** The line that was gone, and the one still to come, which begins where the ball is. */
export const linesOf = (stretches: readonly Stretch[]): { gone: string; toCome: string } => {
  const gone: string[] = []
  const toCome: string[] = []
  stretches.forEach((stretch, index) => {
    const { step, from, to, middle, y } = stretch
    const before = stretches[index - 1]
    const isAhead = step.kind === 'todo'
    if (before) (isAhead ? toCome : gone).push(bend(before, stretch))
    if (step.kind !== 'now') return void (isAhead ? toCome : gone).push(flat(from, to, y))
    gone.push(flat(from, middle, y))
    toCome.push(flat(middle, to, y))
  })
  return { gone: gone.join(''), toCome: toCome.join('') }
}

const flat = (from: number, to: number, y: number): string => `M${px(from)} ${px(y)}H${px(to)}`

const bend = ({ to, y }: Stretch, next: Stretch): string => {
  if (y === next.y) return flat(to, next.from, y)
  const middle = px((to + next.from) / 2)
  return `M${px(to)} ${px(y)}C${middle} ${px(y)} ${middle} ${px(next.y)} ${px(next.from)} ${px(next.y)}`
}

const px = (value: number): number => Math.round(value * 100) / 100

export const stationsOf = (stretches: readonly Stretch[]): Station[] => {
  const steps = stretches.map(({ step }) => step)
  return stretches.map((stretch, index) => {
    const last = isLast(stretch.step, index, steps)
    return {
      x: last ? stretch.to : stretch.from,
      y: stretch.y,
      look: lookOf(stretch.step, steps[index - 1]),
      title: titleOf(stretch.step),
    }
  })
}

/** What found no room to be drawn is told when one rests on the station. */
const titleOf = ({ label, heldFor }: PathStep): string => [label, heldFor].filter(Boolean).join(' · ')

const lookOf = (step: PathStep, before: PathStep | undefined): StationLook => {
  if (step.kind === 'end') return step.tone === 'neutral' ? 'end-neutral' : 'end-success'
  if (step.kind === 'todo') return 'to-come'
  return before?.kind === 'returned' ? 'came-back' : 'passed'
}
