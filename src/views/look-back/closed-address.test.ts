import { expect, test } from 'vitest'
import { edgesIn } from './closed-address.ts'

test('a report from before the time zone changed led to the days of the new one', () => {
  expect(edgesIn('Asia/Riyadh', 'Asia/Riyadh', '2026-10-01', '2026-10-31')).toEqual(['2026-10-01', '2026-10-31'])
  expect(edgesIn('Asia/Riyadh', 'America/St_Johns', '2026-10-01', '2026-10-31')).toEqual([
    '2026-09-30T21:00:00.000Z',
    '2026-10-31T21:00:00.000Z',
  ])
  // midnight is skipped where summer begins
  expect(edgesIn('Asia/Beirut', 'UTC', '2026-03-29', '2026-03-29')).toEqual([
    '2026-03-28T22:00:00.000Z',
    '2026-03-29T21:00:00.000Z',
  ])
})
