import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Page } from '../../queries/keyset.ts'
import type { MyTicket } from '../../queries/my-tickets/my-tickets.ts'
import { api } from '../../web/api.ts'

export type Whose = 'own' | 'organisation'

/** One's own requests, or those of one's organisation, newest activity first. */
export const requestsQuery = (of: Whose) =>
  infiniteQueryOptions({
    queryKey: ['my-tickets', of],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<MyTicket>>('/api/v1/queries/my-tickets', { query: { of, after: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

export const myTicketsQuery = requestsQuery('own')
