import { describe, expect, test } from 'vitest'
import { drawnWidth, leastStep, linesOf, stationsOf, stretchesOf } from './path-geometry.ts'
import type { PathStep } from './path-geometry.ts'
import { heldOf, labelsAtStations, labelsInLine } from './path-labels.ts'

const step = (lane: number, label: string, kind: PathStep['kind'], heldFor?: string): PathStep => ({
  lane,
  label,
  kind,
  heldFor,
})
const returnedOnce = [
  step(0, 'Asked', 'done', '09:12'),
  step(1, 'Assigned', 'done', '14 m'),
  step(2, 'Proposed', 'done', '1 h 11 m'),
  step(1, 'Returned', 'returned', '31 m'),
  step(2, 'Round 2', 'now', '38 m'),
  step(1, 'Review', 'todo'),
  step(0, 'Closed', 'todo'),
]
const staff = { width: 640, lanes: 3, laneHeight: 28, stations: false }
const rounds = (many: number): PathStep[] =>
  Array.from({ length: many }, (_, index) =>
    step(index % 3, `Step number ${index}`, index === many - 2 ? 'now' : index === many - 1 ? 'todo' : 'done', '12 m'),
  )

describe('the path', () => {
  test('goes from edge to edge, each stretch after the one before it', () => {
    const stretches = stretchesOf(returnedOnce, staff)
    expect(stretches[0]?.from).toBe(6)
    expect(stretches.at(-1)?.to).toBeCloseTo(632)
    stretches.slice(1).forEach((stretch, index) => expect(stretch.from).toBeGreaterThan(stretches[index]?.to ?? 0))
  })

  test('lies in the lane of whoever had the ball', () => {
    expect(stretchesOf(returnedOnce, staff).map(({ y }) => y)).toEqual([14, 42, 70, 42, 70, 42, 14])
  })

  test('is solid up to the ball and dotted from there', () => {
    const stretches = stretchesOf(returnedOnce, staff)
    const ball = Math.round((stretches[4]?.middle ?? 0) * 100) / 100
    const { gone, toCome } = linesOf(stretches)
    expect(gone.endsWith(`H${ball}`)).toBe(true)
    expect(toCome.startsWith(`M${ball} 70`)).toBe(true)
  })

  test('marks the station where the answer came back, and no other', () => {
    expect(stationsOf(stretchesOf(returnedOnce, staff)).map(({ look }) => look)).toEqual([
      'passed',
      'passed',
      'passed',
      'passed',
      'came-back',
      'to-come',
      'to-come',
    ])
  })

  test('ends green where it solved something, grey where it was cancelled', () => {
    const ended = (tone?: 'neutral') => [
      step(0, 'Asked', 'done'),
      { ...step(0, 'Closed', 'end'), ...(tone && { tone }) },
    ]
    expect(stationsOf(stretchesOf(ended(), staff)).at(-1)?.look).toBe('end-success')
    expect(stationsOf(stretchesOf(ended('neutral'), staff)).at(-1)?.look).toBe('end-neutral')
    expect(linesOf(stretchesOf(ended(), staff)).toCome).toBe('')
  })

  test.each([1, 2, 3, 7, 12, 20])('of %i steps stays inside its box, and every step keeps its width', (many) => {
    const width = drawnWidth(many, 320)
    const stretches = stretchesOf(rounds(many), { ...staff, width })
    expect(width).toBeGreaterThanOrEqual(many * leastStep)
    for (const { from, to } of stretches) {
      expect(to).toBeGreaterThan(from)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(width)
    }
  })
})

/** At six pixels a letter. */
const half = (label: { text: string } | undefined): number => (label?.text.length ?? 0) * 3

describe('its words', () => {
  test('all stand there where there is room', () => {
    expect(labelsInLine(stretchesOf(returnedOnce, staff), 640).map(({ text }) => text)).toEqual(
      returnedOnce.map(({ label }) => label),
    )
  })

  test.each([5, 9, 14, 20])('never run into each other, and what is now is always said (%i steps)', (many) => {
    const width = drawnWidth(many, 500)
    const labels = labelsInLine(stretchesOf(rounds(many), { ...staff, width }), width).filter(
      ({ at }) => at === 'middle',
    )
    expect(labels.some(({ now }) => now)).toBe(true)
    const gaps = labels
      .slice(1)
      .map((label, index) => label.x - half(label) - (labels[index]?.x ?? 0) - half(labels[index]))
    expect(Math.min(...gaps)).toBeGreaterThan(0)
  })

  test('leave out a time that is longer than its stretch, but never that of the ball', () => {
    const stretches = stretchesOf(rounds(20), { ...staff, width: drawnWidth(20, 320) })
    const long = stretches.map((stretch) => ({ ...stretch, step: { ...stretch.step, heldFor: '1 h 11 m' } }))
    expect(heldOf(long)).toEqual([expect.objectContaining({ text: '1 h 11 m', now: true })])
  })

  test('of the customer begin under their station and end before the next', () => {
    const customer = [
      step(0, '', 'done'),
      step(1, 'Received', 'done'),
      step(1, 'Being worked on', 'now'),
      step(0, 'Answer ready', 'todo'),
      step(0, 'Closed', 'todo'),
    ]
    const stretches = stretchesOf(customer, { width: 290, lanes: 2, laneHeight: 30, stations: true })
    const labels = labelsAtStations(stretches, 290)
    expect(labels.map(({ text, at }) => [text, at])).toEqual([
      ['Received', 'start'],
      ['Being worked on', 'start'],
      ['Answer ready', 'start'],
      ['Closed', 'end'],
    ])
    labels
      .slice(0, -2)
      .forEach((label, index) => expect(label.x + label.room).toBeLessThanOrEqual((labels[index + 1]?.x ?? 0) + 1))
  })
})
