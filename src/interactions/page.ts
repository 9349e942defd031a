import { sql, type SqlBool } from 'kysely'
import { cursorBy } from '../fields/cursor.ts'
import { wholeNumber } from '../fields/number/whole-number.ts'
import { isId } from '../fields/user-group/user-group.ts'

export type Place = { at: Date; id: string }

/** What every list takes: where to go on, and how many at once. */
export const listForm = {
  after: cursorBy(readCursor),
  limit: wholeNumber({ required: false, min: 1, max: 200, fromText: true }),
}
export const usualLimit = 50

function readCursor(cursor: string): Place | undefined {
  try {
    const [at, id] = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))) as unknown[]
    if (typeof at !== 'string' || !isId(id)) return undefined
    const instant = new Date(at)
    return Number.isNaN(instant.getTime()) ? undefined : { at: instant, id }
  } catch {
    return undefined
  }
}

const cursorOf = ({ at, id }: Place): string =>
  btoa(JSON.stringify([at.toISOString(), id]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/u, '')

/** Behind a place in a list that is newest first. */
export const before = (table: 'notice' | 'mail', column: 'at' | 'created_at', { at, id }: Place) =>
  sql<SqlBool>`(${sql.ref(`${table}.${column}`)}, ${sql.ref(`${table}.id`)}) < (${at}, ${id}::uuid)`

/** Lists ask for one row more than they show: whether there is a next page costs no count. */
export function pageOf<Row extends { id: string }, Item>(
  rows: readonly (Row & { at: Date })[],
  limit: number,
  present: (row: Row & { at: Date }) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(present), next: rows.length > limit && last ? cursorOf(last) : null }
}
