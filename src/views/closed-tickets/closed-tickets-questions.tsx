import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ClosedTicket } from '../../queries/closed-tickets/closed-tickets.ts'
import type { Page } from '../../queries/keyset.ts'
import { addressOf, api } from '../../web/api.ts'
import type { Asked } from './asked.ts'

const path = '/api/v1/queries/closed-tickets'

export const closedTicketsQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ['closed-tickets', asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<ClosedTicket> & { corrected: string | null }>(path, {
        query: { ...asked, after: pageParam, limit: 100 },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })

/** In whichever order: there are as many. */
export const closedCountQuery = (asked: Asked) => {
  const query = { ...asked, sort: undefined }
  return queryOptions({
    queryKey: ['closed-tickets', 'count', query],
    queryFn: ({ signal }) => api.get<{ count: number; more: boolean }>(`${path}/count`, { query, signal }),
  })
}

export const exportAddress = (asked: Asked, ending: 'csv' | 'xlsx'): string => addressOf(`${path}.${ending}`, asked)
