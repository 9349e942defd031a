import type { PathStep } from '../../web/ui/index.ts'
import type { Words } from './words.ts'

const step = (lane: number, label: string | undefined, kind: PathStep['kind'], heldFor?: string): PathStep => ({
  lane,
  label: label ?? '',
  kind,
  heldFor,
})

export const staffLanes = (words: Words, strong = 2) =>
  words.lanes.map((label, index) => ({ key: label, label, strong: index === strong }))

export const returnedOnce = ({ steps, held }: Words): PathStep[] => [
  step(0, steps[0], 'done', held[0]),
  step(1, steps[1], 'done', held[1]),
  step(2, steps[2], 'done', held[2]),
  step(1, steps[3], 'returned', held[3]),
  step(2, steps[4], 'now', held[4]),
  step(1, steps[5], 'todo'),
  step(0, steps[6], 'todo'),
  step(0, steps[7], 'todo'),
]

export const manyRounds = ({ steps, held }: Words, rounds: number): PathStep[] => [
  step(0, steps[0], 'done', held[0]),
  step(1, steps[1], 'done', held[1]),
  ...Array.from({ length: rounds }, (_, round) => [
    step(2, steps[round ? 8 : 2], 'done', held[round % 2 ? 2 : 5]),
    step(1, steps[3], 'returned', held[3]),
  ]).flat(),
  step(2, steps[8], 'done', held[5]),
  step(1, steps[9], 'now', held[6]),
  step(0, steps[6], 'todo'),
  step(0, steps[7], 'todo'),
]

export const justAsked = ({ steps, held }: Words): PathStep[] => [
  step(0, steps[0], 'done', held[0]),
  step(1, steps[1], 'now', held[1]),
  step(2, steps[2], 'todo'),
  step(1, steps[5], 'todo'),
  step(0, steps[6], 'todo'),
  step(0, steps[7], 'todo'),
]

export const atTheCustomer = ({ steps, held }: Words): PathStep[] => [
  step(0, steps[0], 'done', held[0]),
  step(1, steps[1], 'done', held[1]),
  step(2, steps[2], 'done', held[2]),
  step(1, steps[5], 'done', held[3]),
  step(0, steps[6], 'now', held[7]),
  step(0, steps[7], 'todo'),
]

export const cancelled = ({ steps, held }: Words): PathStep[] => [
  step(0, steps[0], 'done', held[0]),
  step(1, steps[1], 'done', held[1]),
  { ...step(0, steps[7], 'end'), tone: 'neutral' },
]

type Reached = 0 | 1 | 2 | 3
export const customerPath = ({ stations, held }: Words, reached: Reached): PathStep[] => {
  const kind = (at: Reached): PathStep['kind'] => (at < reached ? 'done' : at === reached ? 'now' : 'todo')
  const past = (at: Reached, text: string | undefined) => (at < reached ? text : undefined)
  return [
    step(0, '', 'done'),
    step(1, stations[0], kind(0), past(0, held[1])),
    step(1, stations[1], kind(1), past(1, held[7])),
    step(0, stations[2], kind(2), past(2, held[8])),
    step(0, stations[3], reached === 3 ? 'end' : 'todo'),
  ]
}
