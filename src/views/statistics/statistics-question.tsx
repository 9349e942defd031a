import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Statistic } from '../../statistics/closed-tickets-over-time/closed-tickets-over-time.ts'
import type { Parts } from '../../statistics/closed-tickets-over-time/parts.ts'
import type { RangeTimes } from '../../statistics/closed-tickets-over-time/range-times.ts'
import { addressOf, api } from '../../web/api.ts'
import type { Asked } from './asked.ts'
import { lineIn, splitIn } from './asked.ts'

const path = '/api/v1/statistics/closed-tickets-over-time'

export const statisticsQuery = (asked: Asked) => {
  const query = { ...asked, as: undefined, line: undefined, split: undefined }
  return queryOptions({
    queryKey: ['statistics', query],
    queryFn: ({ signal }) => api.get<Statistic>(path, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.counting ? 5_000 : 60_000),
  })
}

/** Measured over the facts, so the graph does not wait for them. */
export const timesQuery = ({ from, to, by, group }: Asked) => {
  const query = { from, to, by, group }
  return queryOptions({
    queryKey: ['statistics', 'times', query],
    queryFn: ({ signal }) => api.get<RangeTimes>(`${path}/times`, { query, signal }),
    placeholderData: keepPreviousData,
    // by midnight they are of other days, though nothing happens
    refetchInterval: 60_000,
  })
}

/** Of a range that is told apart; without a split nothing is asked. */
export const partsQuery = (asked: Asked) => {
  const { from, to, by, group } = asked
  const query = { from, to, by, group, split: splitIn(asked) }
  return queryOptions({
    queryKey: ['statistics', 'parts', query],
    queryFn: ({ signal }) => api.get<Parts>(`${path}/parts`, { query, signal }),
    placeholderData: keepPreviousData,
    enabled: query.split !== undefined,
    refetchInterval: 60_000,
  })
}

export const fileAddress = ({ from, to, by, split, group, ...asked }: Asked, ending: 'csv' | 'png'): string =>
  addressOf(`${path}.${ending}`, { from, to, by, group, split, ...(ending === 'png' && { line: lineIn(asked) }) })
