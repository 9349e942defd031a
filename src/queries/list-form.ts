import { wholeNumber } from '../fields/number/whole-number.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { cursorBy } from '../fields/cursor.ts'
import { readCursor } from './keyset.ts'

/** What every list takes: where to go on, and how many at once. */
export const listForm = {
  after: cursorBy(readCursor),
  limit: wholeNumber({ required: false, min: 1, max: 200, fromText: true }),
}

export const words = shortText({ required: false, max: 300 })

export const usualLimit = 50
