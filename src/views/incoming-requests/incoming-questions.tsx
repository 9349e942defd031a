import { hashKey, infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IncomingItem } from '../../queries/incoming-requests/incoming-requests.ts'
import { mostNumbers } from '../../queries/incoming-requests/ticket-numbers.ts'
import type { Page } from '../../queries/keyset.ts'
import { api } from '../../web/api.ts'
import type { filterOf } from './asked.ts'
import { laidOut, missingFrom, shownAfter, steadyRows, withArrived } from './steady-rows.ts'
import type { Beyond, Shown } from './steady-rows.ts'

type Filter = ReturnType<typeof filterOf>

const incomingQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['incoming', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<IncomingItem>>('/api/v1/queries/incoming-requests', {
        query: { ...filter, after: pageParam, limit: 100 },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** Which of these are still in the queue, wherever in it? */
const stillThereQuery = (filter: Filter, numbers: readonly number[]) =>
  queryOptions({
    queryKey: ['incoming', filter, 'still', numbers],
    queryFn: async ({ signal }): Promise<Beyond> => {
      const query = { ...filter, numbers: numbers.join(','), limit: mostNumbers }
      const { items } = await api.get<Page<IncomingItem>>('/api/v1/queries/incoming-requests', { query, signal })
      return { asked: numbers, still: items }
    },
    // what was known of those asked about before stays so until the next answer; of another queue it says nothing
    placeholderData: (before, query) => (hashKey([query?.queryKey[1]]) === hashKey([filter]) ? before : undefined),
    enabled: numbers.length > 0,
  })

const nothing: IncomingItem[][] = []
const none: readonly number[] = []
const nothingKnown: Beyond = { asked: [], still: [] }

/** The list as it stands still: see steady-rows.ts. What arrives waits to be asked for, or joins the others at their end. */
export const useIncoming = (filter: Filter, { arriving = 'waits' }: { arriving?: 'waits' | 'joins' } = {}) => {
  const query = useInfiniteQuery(incomingQuery(filter))
  const key = JSON.stringify(filter)
  const [kept, keep] = useState<Shown>()
  const pages = query.data?.pages.map(({ items }) => items) ?? nothing
  const stands = query.data ? shownAfter(kept, key, pages) : kept?.key === key ? kept : laidOut(key, nothing)
  const shown = arriving === 'joins' ? withArrived(stands, pages) : stands
  if (query.data && shown !== kept) keep(shown)
  const missing = query.hasNextPage ? missingFrom(shown, pages).slice(0, mostNumbers) : none
  const still = useQuery(stillThereQuery(filter, missing))
  const beyond = query.hasNextPage ? (still.data ?? nothingKnown) : undefined
  return {
    query,
    ...steadyRows(shown, query.data ? pages : [shown.items], beyond),
    showAll: () => keep(laidOut(key, pages)),
  }
}
