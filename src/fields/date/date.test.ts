import { describeField } from '../../testing/field-suite.server.ts'
import { date } from './date.ts'

const beyond = ['']

describeField('a day of the calendar', date({ required: true }), {
  right: [
    ['2026-02-28', '2026-02-28'],
    ['2024-02-29', '2024-02-29'],
    ['0001-01-01', '0001-01-01'],
    ['9999-12-31', '9999-12-31'],
  ],
  wrong: [
    ['2026-02-29', 'wrongType'],
    ['2026-13-01', 'wrongType'],
    ['2026-00-10', 'wrongType'],
    ['2026-1-1', 'wrongType'],
    ['2026-02-28T00:00:00Z', 'wrongType'],
    [20260228, 'wrongType'],
    ['', 'required'],
    [null, 'required'],
  ],
  beyondSchema: beyond,
  column: 'text',
})
