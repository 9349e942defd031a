import { expect, test } from 'vitest'
import { endOf } from './days.ts'

test('a period ends on its last day, whatever the month', () => {
  expect(endOf('day', '2026-03-31')).toBe('2026-03-31')
  expect(endOf('week', '2026-12-28')).toBe('2027-01-03')
  expect(endOf('month', '2026-02-01')).toBe('2026-02-28')
  expect(endOf('month', '2028-02-01')).toBe('2028-02-29')
  expect(endOf('month', '2026-12-01')).toBe('2026-12-31')
})
