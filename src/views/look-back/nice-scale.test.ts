import { expect, test } from 'vitest'
import { niceScale } from './nice-scale.ts'

test('lines stand at round whole numbers and reach the most', () => {
  expect(niceScale(0)).toEqual([0, 1])
  expect(niceScale(3)).toEqual([0, 1, 2, 3])
  expect(niceScale(33)).toEqual([0, 10, 20, 30, 40])
  expect(niceScale(641)).toEqual([0, 200, 400, 600, 800])
  for (const most of [1, 7, 19, 80, 99, 101, 1234]) {
    const lines = niceScale(most)
    expect(lines.at(-1)).toBeGreaterThanOrEqual(most)
    expect(lines.length).toBeLessThanOrEqual(6)
  }
})
