import { expect, test } from 'vitest'
import { compared } from './compared.ts'

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
