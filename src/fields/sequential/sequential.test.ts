import { expect, test } from 'vitest'
import { describeField } from '../../testing/field-suite.server.ts'
import { sequential } from './sequential.ts'

const number = sequential({ required: true, prefix: 'T-' })

describeField('sequential', number, {
  column: 'bigint',
  right: [
    [1, 1],
    [1042, 1042],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['T-1042', 1042],
    [' t1042 ', 1042],
  ],
  wrong: [
    [0, 'wrongType'],
    [-3, 'wrongType'],
    [1.5, 'wrongType'],
    [2 ** 53, 'wrongType'],
    ['X-1042', 'wrongType'],
    ['T-', 'wrongType'],
    ['1042; drop table', 'wrongType'],
    [null, 'wrongType'],
  ],
  // people type it as it is shown; programs send the number. What JavaScript cannot count, JSON can
  beyondSchema: ['T-1042', ' t1042 ', 2 ** 53],
})

test('is shown as the organisation wants it and never edited', () => {
  expect(number.label(1042)).toBe('T-1042')
  expect(number.label(1042, 'SUP/')).toBe('SUP/1042')
  expect(sequential({ required: true, prefix: '#', padding: 6 }).label(1042)).toBe('#001042')
  expect(number.editable).toBe(false)
})
