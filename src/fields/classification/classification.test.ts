import { describeField } from '../../testing/field-suite.server.ts'
import { classification } from './classification.ts'

describeField('classification', classification({ required: true, values: ['open', 'closed'] }), {
  column: 'text',
  right: [
    ['open', 'open'],
    ['closed', 'closed'],
  ],
  wrong: [
    ['Open', 'notInList'],
    ['toString', 'notInList'],
    [0, 'notInList'],
    [['open'], 'notInList'],
    ['', 'required'],
    [null, 'required'],
    [undefined, 'required'],
  ],
})
