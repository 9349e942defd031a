import { date } from './date/date.ts'
import { fieldSuite } from './field-suite.ts'
import { decimalNumber } from './number/decimal-number.ts'

fieldSuite('a day', date({ required: true }), {
  good: [['2026-02-28'], ['2024-02-29'], ['0001-01-01'], ['9999-12-31']],
  bad: [
    ['2026-02-29', 'wrongType'],
    ['2026-13-01', 'wrongType'],
    ['2026-00-10', 'wrongType'],
    ['2026-1-1', 'wrongType'],
    ['2026-02-28T00:00:00Z', 'wrongType'],
    [20260228, 'wrongType'],
    ['', 'required'],
    [null, 'required'],
  ],
})

fieldSuite('a whole number', decimalNumber({ required: true, min: -5, max: 10 }), {
  good: [[0], [-5], [10]],
  bad: [
    [11, 'outOfRange'],
    [-6, 'outOfRange'],
    [1.5, 'wrongType'],
    ['1', 'wrongType'],
    [Number.NaN, 'wrongType'],
    [undefined, 'required'],
  ],
})

fieldSuite('a number with two places', decimalNumber({ required: true, decimals: 2 }), {
  good: [[1.25], [-0.1], [0.07], [1_000_000.5]],
  bad: [
    [1.255, 'wrongType'],
    [1e13, 'outOfRange'],
    [1e400, 'wrongType'],
  ],
})
