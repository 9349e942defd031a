import { wholeNumber } from '../fields/number/whole-number.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { fine, wrong, type FieldType } from '../fields/field-type.ts'
import { readCursor } from './keyset.ts'

const cursor: FieldType<{ at: Date; number: number }> & { required: false } = {
  type: 'cursor',
  required: false,
  editable: true,
  schema: { type: 'string', description: 'The `next` of the page before.' },
  parse: (input) => {
    const place = typeof input === 'string' ? readCursor(input) : undefined
    return place ? fine(place) : wrong({ code: 'wrongType' })
  },
  store: (value) => value,
  restore: (stored) => stored as { at: Date; number: number },
  present: (value) => value,
}

/** What every list takes: where to go on, and how many at once. */
export const listForm = { after: cursor, limit: wholeNumber({ required: false, min: 1, max: 200, fromText: true }) }

export const words = shortText({ required: false, max: 300 })

export const usualLimit = 50
