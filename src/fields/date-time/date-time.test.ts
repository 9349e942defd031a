import { describeField } from '../../testing/field-suite.server.ts'
import { dateTime } from './date-time.ts'

/** Years that PostgreSQL or a workbook could not read again, in some zone at least. */
const beyond = [
  '0000-06-01T00:00:00Z',
  '0001-01-01T00:00:00+01:00',
  '0001-01-01T23:59:59Z',
  '9999-12-31T00:00:00Z',
  '9999-12-31T23:59:59-01:00',
]

describeField('date and time', dateTime({ required: true }), {
  column: 'timestamptz',
  right: [
    ['2026-03-02T09:00:00Z', new Date('2026-03-02T09:00:00Z'), '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T12:00:00+03:00', new Date('2026-03-02T09:00:00Z'), '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T09:00:00.123Z', new Date('2026-03-02T09:00:00.123Z'), '2026-03-02T09:00:00.123Z'],
    ['2024-02-29T23:59:59Z', new Date('2024-02-29T23:59:59Z')],
    ['2000-02-29T00:00:00Z', new Date('2000-02-29T00:00:00Z')],
    ['0001-01-02T00:00:00Z', new Date('0001-01-02T00:00:00Z')],
    ['9999-12-30T23:59:59Z', new Date('9999-12-30T23:59:59Z')],
  ],
  wrong: [
    ['2026-02-31T00:00:00Z', 'wrongType'],
    ['2023-02-29T00:00:00Z', 'wrongType'],
    ['1900-02-29T00:00:00Z', 'wrongType'],
    ['2026-04-31T00:00:00Z', 'wrongType'],
    ['2026-13-01T00:00:00Z', 'wrongType'],
    ['2026-00-10T00:00:00Z', 'wrongType'],
    ['2026-01-01T24:00:00Z', 'wrongType'],
    ...beyond.map((input): [string, string] => [input, 'wrongType']),
    ['2026-03-02T09:00:00', 'wrongType'],
    ['2026-03-02', 'wrongType'],
    ['yesterday', 'wrongType'],
    [1_772_442_000_000, 'wrongType'],
    ['', 'required'],
    [null, 'required'],
  ],
  beyondSchema: beyond,
})
