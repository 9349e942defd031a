import { expect, test } from 'vitest'
import { instantOf, localTime } from './local-time.ts'

test.each([
  ['UTC', '2026-03-01T09:30', '2026-03-01T09:30:00.000Z'],
  ['Asia/Kathmandu', '2026-03-01T09:30', '2026-03-01T03:45:00.000Z'],
  ['America/New_York', '2026-07-01T23:59', '2026-07-02T03:59:00.000Z'],
  ['Africa/Cairo', '2026-01-01T00:00', '2025-12-31T22:00:00.000Z'],
])('in %s the clock shows %s at %s', (timeZone, local, instant) => {
  expect(instantOf(local, timeZone)).toBe(instant)
  expect(localTime(instant, timeZone)).toBe(local)
})

test('what is no time has no instant, and an hour that is skipped is taken an hour before', () => {
  for (const wrong of ['', '2026-03-01', '2026-13-01T00:00', 'tomorrow'])
    expect(instantOf(wrong, 'UTC')).toBeUndefined()
  expect(localTime(instantOf('2026-03-08T02:30', 'America/New_York')!, 'America/New_York')).toBe('2026-03-08T01:30')
})
