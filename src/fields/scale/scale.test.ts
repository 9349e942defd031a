import { describeField } from '../../testing/field-suite.server.ts'
import { scale } from './scale.ts'

describeField('scale', scale({ required: true, min: 1, max: 5 }), {
  column: 'smallint',
  right: [1, 2, 3, 4, 5].map((stars): [number, number, number] => [stars, stars, stars]),
  wrong: [
    [0, 'outOfRange'],
    [6, 'outOfRange'],
    [-1, 'outOfRange'],
    [4.5, 'wrongType'],
    ['5', 'wrongType'],
    [true, 'wrongType'],
    [null, 'required'],
    [undefined, 'required'],
  ],
})
