import { expect, test } from 'vitest'
import { daysLater } from './day.ts'

test('days are counted on the calendar, over the end of a month and of a year', () => {
  expect(daysLater('2026-02-28', 1)).toBe('2026-03-01')
  expect(daysLater('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysLater('2026-03-01', -1)).toBe('2026-02-28')
})
