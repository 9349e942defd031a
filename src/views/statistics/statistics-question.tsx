import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Statistic } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import { api } from '../../web/api.ts'
import type { Asked } from './asked.ts'

export const statisticsQuery = (asked: Asked) => {
  const query = { ...asked, as: undefined }
  return queryOptions({
    queryKey: ['statistics', query],
    queryFn: ({ signal }) => api.get<Statistic>('/api/v1/statistics/closed-tickets-over-time', { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.counting ? 5_000 : 60_000),
  })
}
