import { describeField } from '../../testing/field-suite.server.ts'
import { yesNo } from './yes-no.ts'

describeField('yes or no', yesNo({ required: true }), {
  column: 'boolean',
  right: [
    [true, true],
    [false, false],
  ],
  wrong: [
    ['true', 'wrongType'],
    [1, 'wrongType'],
    [0, 'wrongType'],
    [null, 'required'],
    [undefined, 'required'],
  ],
})

describeField('yes or no of an address', yesNo({ required: false, fromText: true }), {
  column: 'boolean',
  right: [
    ['true', true],
    ['false', false],
  ],
  wrong: [
    ['yes', 'wrongType'],
    ['TRUE', 'wrongType'],
    ['', 'wrongType'],
  ],
  beyondSchema: ['true', 'false'],
})
