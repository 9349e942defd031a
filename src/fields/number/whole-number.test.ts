import { describeField } from '../../testing/field-suite.server.ts'
import { wholeNumber } from './whole-number.ts'

describeField('whole number', wholeNumber({ required: true, min: -5, max: 200 }), {
  column: 'bigint',
  right: [
    [-5, -5],
    [0, 0],
    [200, 200],
  ],
  wrong: [
    [-6, 'outOfRange'],
    [201, 'outOfRange'],
    [1.5, 'wrongType'],
    [NaN, 'wrongType'],
    ['7', 'wrongType'],
    [null, 'required'],
  ],
})

describeField('whole number of an address', wholeNumber({ required: false, min: 1, max: 200, fromText: true }), {
  column: 'bigint',
  right: [
    ['7', 7],
    [7, 7],
  ],
  wrong: [
    ['0', 'outOfRange'],
    ['1e2', 'wrongType'],
    ['0x10', 'wrongType'],
    [' 7', 'wrongType'],
    ['7.0', 'wrongType'],
    ['-1', 'wrongType'],
    ['', 'wrongType'],
    [['7', '8'], 'wrongType'],
  ],
  // an address carries text; the interface publishes what it means. What is wrong with '0' only its number tells
  beyondSchema: ['7'],
})
