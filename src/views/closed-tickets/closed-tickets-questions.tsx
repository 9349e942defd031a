import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ClosedTicket } from '../../queries/closed-tickets/closed-tickets.ts'
import type { Named } from '../../queries/named.ts'
import type { Page } from '../../queries/keyset.ts'
import { addressOf, api } from '../../web/api.ts'
import type { Asked } from './asked.ts'

const path = '/api/v1/queries/closed-tickets'

/** `fields`: which added fields are to be seen; undefined while that is not known yet. */
export const closedTicketsQuery = (asked: Asked, fields: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['closed-tickets', asked, fields],
    enabled: fields !== undefined,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<ClosedTicket> & { corrected: string | null; since: string | null }>(path, {
        query: { ...asked, fields, after: pageParam, limit: 100 },
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

/** Customers, organisations or representatives that the list can be narrowed to. */
export const whoseQuery = (
  of: 'customer' | 'organisation' | 'member',
  query: { search?: string; id?: string | undefined },
) =>
  queryOptions({
    queryKey: ['closed-tickets', of, query],
    queryFn: async ({ signal }) => (await api.get<{ items: Named[] }>(`${path}/${of}s`, { query, signal })).items,
    staleTime: 60_000,
  })

export const exportAddress = (asked: Asked, ending: 'csv' | 'xlsx'): string => addressOf(`${path}.${ending}`, asked)
