import { isKeepable } from './date-time/date-time.ts'
import { wholeNumber } from './number/whole-number.ts'
import { isText } from './field-type.ts'
import { isId } from './user-group/user-group.ts'

export type Page<Item> = { items: Item[]; next: string | null }

/** How many rows of a list come at once. */
export const pageLimit = wholeNumber({ required: false, min: 1, max: 200, fromText: true })
/** Where nobody says. */
export const usualLimit = 50

/**
 * Lists ask for one row more than they show: whether there is a next page costs no count. `placeOf` gives the values that the
 * list is sorted by, so that the next page starts right behind the last row.
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
  placeOf: (row: Row) => readonly (string | number)[],
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(present), next: rows.length > limit && last ? cursorOf(placeOf(last)) : null }
}

/** A place in a list, opaque to whoever hands it back. */
function cursorOf(values: readonly (string | number)[]): string {
  // btoa takes Latin letters alone, and a list may end on a name of any
  const plain = JSON.stringify(values).replace(/[^\0-\x7f]/g, escaped)
  return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** One unit of UTF-16 as JSON writes it where it keeps to ASCII. */
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** What a cursor was made of, for the list to look at: whoever asks may have made it up. Undefined where it cannot be read. */
export function readCursor(cursor: string): unknown[] | undefined {
  try {
    const values: unknown = JSON.parse(atob(cursor.replace(/-/g, '+').replace(/_/g, '/')))
    return Array.isArray(values) ? values : undefined
  } catch {
    return undefined
  }
}

/** The moment that a list by time goes on behind. */
export function readMoment(value: unknown): Date | undefined {
  const moment = typeof value === 'string' ? new Date(value) : undefined
  return moment && isKeepable(moment) ? moment : undefined
}

/** Where a list goes on that is sorted by moment and id. */
export type Place = { at: Date; id: string }

/** Undefined where the cursor is none of such a list. */
export function readPlace(cursor: string): Place | undefined {
  const [moment, id] = readCursor(cursor) ?? []
  const at = readMoment(moment)
  return at && isId(id) ? { at, id } : undefined
}

/** Where a list goes on that is sorted by name and id: both are in the cursor, as the row that they were of may change meanwhile. */
export type PlaceByName = { name: string; id: string }

export function readPlaceByName(cursor: string): PlaceByName | undefined {
  const [name, id] = readCursor(cursor) ?? []
  return typeof name === 'string' && isText(name) && isId(id) ? { name, id } : undefined
}
