import { isId } from '../../fields/user-group/user-group.ts'

export type Place = { at: Date; id: string }

export function readPlace(cursor: string): Place | undefined {
  try {
    const [at, id] = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))) as unknown[]
    if (typeof at !== 'string' || !isId(id)) return undefined
    const instant = new Date(at)
    return Number.isNaN(instant.getTime()) ? undefined : { at: instant, id }
  } catch {
    return undefined
  }
}

const placeOf = ({ received_at, id }: { received_at: Date; id: string }): string =>
  btoa(JSON.stringify([received_at.toISOString(), id]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/u, '')

/** One row more was asked for than is shown: whether there is a next page costs no count. */
export function pageOf<Row extends { received_at: Date; id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(present), next: rows.length > limit && last ? placeOf(last) : null }
}
