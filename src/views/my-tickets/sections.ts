import type { MyTicket } from '../../queries/my-tickets/my-tickets.ts'

export type SectionKey = 'waiting' | 'going' | 'ended'

/** What waits for them comes first; inside each the newest activity, as the question answers it. */
export const sectionsOf = <T extends Pick<MyTicket, 'asks' | 'closedAt'>>(
  tickets: readonly T[],
): { key: SectionKey; tickets: T[] }[] => {
  const keys: readonly SectionKey[] = ['waiting', 'going', 'ended']
  return keys
    .map((key) => ({ key, tickets: tickets.filter((ticket) => sectionOf(ticket) === key) }))
    .filter((section) => section.tickets.length > 0)
}

/** One that was joined with another has ended, and may still ask whether the answer found there solves it. */
const sectionOf = ({ asks, closedAt }: Pick<MyTicket, 'asks' | 'closedAt'>): SectionKey => {
  if (asks) return 'waiting'
  return closedAt ? 'ended' : 'going'
}
