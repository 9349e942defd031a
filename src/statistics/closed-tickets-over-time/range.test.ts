import { expect, test } from 'vitest'
import { rangeOf } from './range.server.ts'

const calendar = { timeZone: 'UTC', firstDayOfWeek: 1 }
const usual = (now: string) => rangeOf({ by: 'month' }, calendar, new Date(now))

test('in the first week of a month the usual view by month had thirteen of them', () => {
  expect(usual('2026-12-03T12:00:00Z')).toMatchObject({ starts: '2026-01-01', points: 12 })
  expect(usual('2026-12-31T12:00:00Z')).toMatchObject({ starts: '2026-01-01', points: 12 })
  expect(rangeOf({ by: 'month', to: '2026-03-01' }, calendar, new Date('2026-12-03T12:00:00Z'))).toMatchObject({
    ...{ starts: '2025-04-01', points: 12 },
  })
})
