import { expect, test } from 'vitest'
import { timeZonesToChoose } from './time-zones.ts'

test('Kolkata and Kyiv could not be found in the list of time zones', () => {
  const zones = timeZonesToChoose().map(({ value }) => value)
  expect(zones).toEqual(expect.arrayContaining(['UTC', 'Asia/Kolkata', 'Europe/Kyiv', 'Asia/Riyadh']))
  expect(zones).not.toContain('Asia/Calcutta')
  for (const timeZone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
})

test('the one that is set stands first, whatever it is called', () => {
  expect(timeZonesToChoose('Asia/Calcutta')[0]).toEqual({ value: 'Asia/Calcutta', label: 'Asia/Calcutta' })
  expect(timeZonesToChoose('Asia/Ho_Chi_Minh')[0]!.label).toBe('Asia/Ho Chi Minh')
})
