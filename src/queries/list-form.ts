import { cursorBy } from '../fields/cursor.ts'
import { pageLimit } from '../fields/page.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { readCursor } from './keyset.ts'

export { usualLimit } from '../fields/page.ts'

/** What every list of tickets takes: where to go on, and how many at once. */
export const listForm = { after: cursorBy(readCursor), limit: pageLimit }

export const words = shortText({ required: false, max: 300 })
