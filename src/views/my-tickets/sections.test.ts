import { expect, test } from 'vitest'
import { sectionsOf } from './sections.ts'

const ticket = (number: number, asks: boolean, closedAt: string | null = null) => ({ number, asks, closedAt })
const ended = '2026-03-02T09:00:00Z'

test('what waits for the customer is on top, each section keeps its order, an empty one is not there', () => {
  const sections = sectionsOf([ticket(4, false), ticket(3, true), ticket(2, false), ticket(1, true)])
  expect(sections.map(({ key, tickets }) => [key, tickets.map(({ number }) => number)])).toEqual([
    ['waiting', [3, 1]],
    ['going', [4, 2]],
  ])
})

test('a closed request waits for nobody; one joined with another may wait for a yes to the answer found there', () => {
  expect(sectionsOf([ticket(1, false, ended)])[0]?.key).toBe('ended')
  expect(sectionsOf([ticket(1, true, ended)])[0]?.key).toBe('waiting')
})
