// What is asked about one ticket, once for every view of it. A hint that the ticket changed makes all of it ask again.
import { queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { LookAlike } from '../../queries/look-alikes/look-alikes.ts'
import type { Page } from '../../queries/keyset.ts'
import type { Writing } from '../../conversation/writing/writing.ts'
import type {
  PresentedEvent,
  PresentedMessage,
  PresentedTicket,
  PresentedVersion,
} from '../../queries/one-ticket/one-ticket.ts'
import { api } from '../../web/api.ts'
import { notOlder } from './writing/not-older.ts'

const addressOf = (number: number) => `/api/v1/tickets/${number}`

/** What was just prefetched is shown without asking once more; hints say when it no longer holds. */
const fresh = 30_000

export const ticketQuery = (number: number) =>
  queryOptions({
    queryKey: ['ticket', number],
    queryFn: ({ signal }) => api.get<PresentedTicket>(addressOf(number), { signal }),
    staleTime: fresh,
    // of a mail that goes out no hint comes
    refetchInterval: ({ state }) => (state.data?.waitingMail ? fresh : false),
  })

export const conversationQuery = (number: number) =>
  queryOptions({
    queryKey: ['conversation', number],
    queryFn: ({ signal }) => allOf<PresentedMessage>(`${addressOf(number)}/conversation`, signal),
    staleTime: fresh,
  })

export const historyQuery = (number: number) =>
  queryOptions({
    queryKey: ['history', number],
    queryFn: ({ signal }) => allOf<PresentedEvent>(`${addressOf(number)}/history`, signal),
    staleTime: fresh,
  })

/** Titles hardly change: asked once while one works on it. */
export const lookAlikesQuery = (number: number) =>
  queryOptions({
    queryKey: ['look-alikes', number],
    queryFn: async ({ signal }) =>
      (await api.get<{ items: LookAlike[] }>(`${addressOf(number)}/look-alikes`, { signal })).items,
    staleTime: 5 * 60_000,
  })

/** What oneself has begun to write there, and what can still be taken back. */
export const writingQuery = (number: number) =>
  queryOptions({
    queryKey: ['writing', number],
    queryFn: ({ signal }) => notOlder(number, () => api.get<Writing>(`${addressOf(number)}/writing`, { signal })),
    staleTime: fresh,
  })

export const versionsQuery = (number: number, note: string) =>
  queryOptions({
    queryKey: ['versions', number, note],
    queryFn: ({ signal }) => api.get<Page<PresentedVersion>>(`${addressOf(number)}/notes/${note}/versions`, { signal }),
  })

export const prefetchTicket = (client: QueryClient, number: number): void => {
  void client.prefetchQuery(ticketQuery(number))
  void client.prefetchQuery(conversationQuery(number))
  void client.prefetchQuery(historyQuery(number))
}

const mostPages = 50

/** A thread is read as a whole; nobody wrote ten thousand messages on one ticket. */
const allOf = async <Item,>(address: string, signal: AbortSignal): Promise<Item[]> => {
  const items: Item[] = []
  let after: string | null | undefined
  for (let page = 0; page < mostPages && after !== null; page++) {
    const answer: Page<Item> = await api.get(address, { query: { after, limit: 200 }, signal })
    items.push(...answer.items)
    after = answer.next
  }
  return items
}
