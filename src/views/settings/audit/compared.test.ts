import { expect, test } from 'vitest'
import { compared } from './compared.ts'
import { dayAfter } from './day-after.ts'

test('two states are compared field by field, down to what differs', () => {
  expect(
    compared(
      { workflow: { review: true, silenceDays: 7 }, languages: ['en', 'ar'] },
      { workflow: { review: false, silenceDays: 7 }, languages: ['en'] },
    ),
  ).toEqual([
    { name: 'workflow.review', before: 'true', after: 'false' },
    { name: 'languages', before: 'en, ar', after: 'en' },
  ])
  expect(compared(null, { name: 'Documents', help: null })).toEqual([
    { name: 'name', before: undefined, after: 'Documents' },
    { name: 'help', before: undefined, after: '' },
  ])
  expect(compared(null, null)).toEqual([])
})

test('a day ends where the next begins', () => {
  expect(dayAfter('2026-02-28')).toBe('2026-03-01')
  expect(dayAfter('2026-12-31')).toBe('2027-01-01')
})
