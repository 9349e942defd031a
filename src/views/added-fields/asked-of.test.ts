import { expect, test } from 'vitest'
import { askedOf, typedOfAsked } from './asked-of.ts'

test('a list is asked for a number as forms read it; what is none is not asked, and the list stays', () => {
  for (const [typed, asked] of [
    ...([
      ['12.50', '12.5'],
      ['١٢٫٥', '12.5'],
      ['1,250', '1250'],
      [' -3 ', '-3'],
      ['', ''],
    ] as const),
    ...([
      ['1,5', undefined],
      ['abc', undefined],
      ['1.12345678', undefined],
      ['9'.repeat(25), undefined],
    ] as const),
  ])
    expect([typed, askedOf({ type: 'number' }, typed)]).toEqual([typed, asked])
  expect(askedOf({ type: 'short-text' }, ' 12.50 ')).toBe('12.50')
})

test('a date and time is asked for by its day, also where an address has the minute', () => {
  expect(askedOf({ type: 'date-time' }, '2026-03-01')).toBe('2026-03-01')
  expect(typedOfAsked({ type: 'date-time' }, '2026-03-01', 'Asia/Riyadh')).toBe('2026-03-01')
  expect(typedOfAsked({ type: 'date-time' }, '2026-03-01T22:30:00Z', 'Asia/Riyadh')).toBe('2026-03-02')
  expect(typedOfAsked({ type: 'short-text' }, '2026-03-01T22:30:00Z', 'Asia/Riyadh')).toBe('2026-03-01T22:30:00Z')
})
