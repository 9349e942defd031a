// How long something waits decides how it is seen: longer than a day is late, longer than an hour waits, the rest is fresh.
import { day, hour } from '../../fields/date-time/spans.ts'

const waitingGroups = ['late', 'waiting', 'fresh'] as const
export type WaitingGroup = (typeof waitingGroups)[number]

export const waitingGroupOf = (since: string, now: number): WaitingGroup => {
  const waited = now - Date.parse(since)
  if (waited > day) return 'late'
  return waited > hour ? 'waiting' : 'fresh'
}

export type Heading = {
  readonly kind: 'heading'
  readonly group: WaitingGroup
  /** Known once the next group has begun or the list has ended. */
  readonly count: number | undefined
}
export type Placed<Row> = { readonly kind: 'row'; readonly row: Row; readonly index: number }
export type Entry<Row> = Heading | Placed<Row>

/** Rows with a heading before each group, in the order they come in: the longest waiting first. */
export const withHeadings = <Row>(
  rows: readonly Row[],
  since: (row: Row) => string,
  now: number,
  complete: boolean,
): Entry<Row>[] => {
  const groups = rows.map((row) => waitingGroupOf(since(row), now))
  const last = groups.at(-1)
  return rows.flatMap((row, index): Entry<Row>[] => {
    const group = groups[index] ?? 'fresh'
    const placed: Placed<Row> = { kind: 'row', row, index }
    if (groups[index - 1] === group) return [placed]
    const whole = complete || group !== last
    return [
      { kind: 'heading', group, count: whole ? groups.filter((other) => other === group).length : undefined },
      placed,
    ]
  })
}
