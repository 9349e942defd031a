import { describeField } from '../../testing/field-suite.server.ts'
import { decimalNumber } from './decimal-number.ts'

describeField('a whole number within bounds', decimalNumber({ required: true, min: -5, max: 10 }), {
  right: [
    [0, 0],
    [-5, -5],
    [10, 10],
  ],
  wrong: [
    [11, 'outOfRange'],
    [-6, 'outOfRange'],
    [1.5, 'wrongType'],
    ['1', 'wrongType'],
    [undefined, 'required'],
  ],
  column: 'jsonb',
})

describeField('a number with two places', decimalNumber({ required: true, decimals: 2 }), {
  right: [
    [1.25, 1.25],
    [-0.1, -0.1],
    [0.07, 0.07],
    [1_000_000.5, 1_000_000.5],
  ],
  wrong: [
    [1.255, 'wrongType'],
    [1e13, 'outOfRange'],
    [Number.POSITIVE_INFINITY, 'wrongType'],
  ],
  // how many places there are it does not say
  beyondSchema: [1.255],
  column: 'jsonb',
})
