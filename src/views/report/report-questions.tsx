import { queryOptions } from '@tanstack/react-query'
import type { ReadReport } from '../../reports/monthly-performance/monthly-performance.ts'
import { api } from '../../web/api.ts'

const path = '/api/v1/reports/monthly-performance'

type Listed = { readonly month: string; readonly version: number; readonly versions: number; readonly madeAt: string }

/** Every month that has a report, the newest first. */
export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: async ({ signal }) => (await api.get<{ items: Listed[] }>(path, { signal })).items,
  staleTime: 60_000,
})

export const reportQuery = (month: string) =>
  queryOptions({
    queryKey: ['reports', month],
    queryFn: ({ signal }) => api.get<ReadReport>(`${path}/${encodeURIComponent(month)}`, { signal }),
  })
