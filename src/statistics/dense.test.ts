import { expect, test } from 'vitest'
import { isSmoothed, smoothed } from './dense.ts'

test('the line over two years of days does not swing at weekends', () => {
  const weeks = Array.from({ length: 104 }, () => [6, 8, 7, 7, 7, 0, 0]).flat()
  expect(smoothed(weeks).slice(3, -3)).toEqual(weeks.slice(3, -3).map(() => 5))
})

test('at its ends it is the mean of what there is, and a day without a figure stays without', () => {
  expect(smoothed([1, 2, 3])).toEqual([2, 2, 2])
  expect(smoothed([4, null, 6])).toEqual([5, null, 5])
})

test('only counts over many days are smoothed', () => {
  expect(isSmoothed('day', 728, 'count')).toBe(true)
  expect(isSmoothed('day', 92, 'count')).toBe(false)
  expect(isSmoothed('week', 120, 'count')).toBe(false)
  expect(isSmoothed('day', 728, 'time')).toBe(false)
})
