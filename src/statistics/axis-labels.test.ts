import { expect, test } from 'vitest'
import { axisLabels } from './axis-labels.ts'
import { daysLater } from './day.ts'

const days = (from: string, count: number) => Array.from({ length: count }, (_, index) => daysLater(from, index))
const told = (labels: ReturnType<typeof axisLabels>) => labels.map(({ short, year }) => [short, year].join(' ').trim())

test('two years by day are told by quarters, with the year where it begins', () => {
  const two = days('2024-12-01', 728)
  const labels = axisLabels('en-GB', 'day', two, 8)
  expect(told(labels)).toEqual(['Jan 2025', 'Apr', 'Jul', 'Oct', 'Jan 2026', 'Apr', 'Jul', 'Oct'])
  expect(two[labels[4]!.index]).toBe('2026-01-01')
  expect(told(axisLabels('en-GB', 'day', two, 4))).toEqual(['Jan 2025', 'Jul', 'Jan 2026', 'Jul'])
  expect(told(axisLabels('ar', 'day', two, 4))).toEqual(['يناير 2025', 'يوليو', 'يناير 2026', 'يوليو'])
})

test('a month of another year says so once, at its first day', () => {
  expect(told(axisLabels('en-GB', 'day', days('2023-10-24', 30), 8))).toEqual([
    ...['24 Oct 2023', '28 Oct', '1 Nov', '5 Nov', '9 Nov', '13 Nov', '17 Nov', '21 Nov'],
  ])
})

test('this year is not told, and there are never more names than there is room for', () => {
  const year = new Date().getFullYear()
  for (const count of [1, 7, 31, 92, 93, 200])
    for (const most of [3, 8, 14]) {
      const labels = axisLabels('en-GB', 'day', days(`${year}-01-01`, count), most)
      expect(labels.length).toBeGreaterThan(0)
      expect(labels.length).toBeLessThanOrEqual(most)
      expect(labels.every((label) => label.year === undefined)).toBe(true)
    }
})

test('a day that stands for itself is told as a day; years of months are told by their Januaries', () => {
  const long = Array.from({ length: 60 }, (_, index) => `${2021 + Math.floor(index / 12)}-${pad((index % 12) + 1)}-01`)
  expect(told(axisLabels('en-GB', 'month', long, 8))).toEqual([
    ...['Jan 2021', 'Jan 2022', 'Jan 2023', 'Jan 2024', 'Jan 2025'],
  ])
  expect(told(axisLabels('en-GB', 'day', ['2023-10-24'], 8))).toEqual(['24 Oct 2023'])
})

const pad = (month: number) => String(month).padStart(2, '0')
