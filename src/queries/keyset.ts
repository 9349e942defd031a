/** An opaque place in a list: the sort values of the last row, so that the next page starts right behind it. */
export function cursorOf(values: readonly (string | number)[]): string {
  return btoa(JSON.stringify(values)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** The values of a cursor that we made: a time and a number. Anything else is undefined. */
export function readCursor(cursor: string): { at: Date; number: number } | undefined {
  try {
    const [at, number] = JSON.parse(atob(cursor.replace(/-/g, '+').replace(/_/g, '/'))) as unknown[]
    if (typeof at !== 'string' || !Number.isSafeInteger(number)) return undefined
    const instant = new Date(at)
    return Number.isNaN(instant.getTime()) ? undefined : { at: instant, number: number as number }
  } catch {
    return undefined
  }
}

export type Page<Item> = { items: Item[]; next: string | null }

/** Lists ask for one row more than they show: whether there is a next page costs no count. */
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
