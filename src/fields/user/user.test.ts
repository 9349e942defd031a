import { describeField } from '../../testing/field-suite.server.ts'
import { id } from './user.ts'

const salma = '01900000-0000-7000-8000-0000000000ab'

describeField('user', id({ required: true }), {
  column: 'uuid',
  right: [
    [salma, salma],
    [salma.toUpperCase(), salma],
  ],
  wrong: [
    ['Salma', 'wrongType'],
    ['-'.repeat(36), 'wrongType'],
    [`${salma}'`, 'wrongType'],
    [7, 'wrongType'],
    [{ id: salma }, 'wrongType'],
    ['', 'required'],
    [null, 'required'],
  ],
})
