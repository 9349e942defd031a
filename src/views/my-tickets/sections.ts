import type { MyTicket } from '../../queries/my-tickets/my-tickets.ts'

export type SectionKey = 'waiting' | 'going' | 'ended'

/** What waits for them comes first; inside each the newest activity, as the question answers it. */
export const sectionsOf = <T extends Pick<MyTicket, 'waiting' | 'closedAt'>>(
  tickets: readonly T[],
): { key: SectionKey; tickets: T[] }[] => {
  const keys: readonly SectionKey[] = ['waiting', 'going', 'ended']
  return keys
    .map((key) => ({ key, tickets: tickets.filter((ticket) => sectionOf(ticket) === key) }))
    .filter((section) => section.tickets.length > 0)
}

const sectionOf = ({ waiting, closedAt }: Pick<MyTicket, 'waiting' | 'closedAt'>): SectionKey => {
  if (closedAt) return 'ended'
  return waiting.for === 'customer' ? 'waiting' : 'going'
}
