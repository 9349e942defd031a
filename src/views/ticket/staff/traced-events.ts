// An event tells what it changed. Who had the ticket at that moment is known by following them all from the first.
import type { Named } from '../../../queries/named.ts'
import type { PresentedEvent } from '../../../queries/one-ticket/one-ticket.ts'

export type TracedEvent = PresentedEvent & {
  readonly group: Named | null
  readonly member: Named | null
  /** Who had it before this event. */
  readonly memberBefore: Named | null
}

export const traced = (events: readonly PresentedEvent[]): TracedEvent[] => {
  let group: Named | null = null
  let member: Named | null = null
  return events.map((event) => {
    const memberBefore = member ?? namedIn(event.before, 'member') ?? null
    group = namedIn(event.after, 'group') ?? group
    const changed = namedIn(event.after, 'member')
    if (changed !== undefined) member = changed
    return { ...event, group, member, memberBefore }
  })
}

const namedIn = (columns: Record<string, unknown>, name: 'group' | 'member'): Named | null | undefined => {
  if (!(name in columns)) return undefined
  const value = columns[name]
  return typeof value === 'object' && value !== null && 'name' in value ? (value as Named) : null
}
