type EventLike = { seq: number; after: Record<string, unknown> }

/** What the events say that the row is: every `after`, one over the other. */
export function replayed(events: readonly EventLike[]): Record<string, unknown> {
  return Object.assign({}, ...events.map((event) => event.after)) as Record<string, unknown>
}

/** The row as the events hold it: times in JSON. */
export const inJson = (row: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify(row)) as Record<string, unknown>
