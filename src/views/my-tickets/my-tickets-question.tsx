import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Page } from '../../queries/keyset.ts'
import type { MyTicket } from '../../queries/my-tickets/my-tickets.ts'
import { api } from '../../web/api.ts'

/** One's own requests, newest activity first. */
export const myTicketsQuery = infiniteQueryOptions({
  queryKey: ['my-tickets'],
  queryFn: ({ pageParam, signal }) =>
    api.get<Page<MyTicket>>('/api/v1/queries/my-tickets', { query: { after: pageParam, limit: 50 }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
})
