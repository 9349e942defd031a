import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReadReport } from '../../reports/monthly-performance/monthly-performance.ts'
import { addressOf, api } from '../../web/api.ts'

const path = '/api/v1/reports/monthly-performance'
const mailing = '/api/v1/reports/mailing'

type Listed = { readonly month: string; readonly version: number; readonly versions: number; readonly madeAt: string }
export type Which = { readonly month: string; readonly version?: number | undefined }

const pathOf = (month: string) => `${path}/${encodeURIComponent(month)}`

/** Every month that has a report, the newest first. */
export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: async ({ signal }) => (await api.get<{ items: Listed[] }>(path, { signal })).items,
  staleTime: 60_000,
})

/** A month's newest report, or one of the versions before. */
export const reportQuery = ({ month, version }: Which) =>
  queryOptions({
    queryKey: ['reports', month, version ?? 'newest'],
    queryFn: ({ signal }) => api.get<ReadReport>(pathOf(month), { query: { version }, signal }),
  })

export const paperAddress = ({ month, version }: Which): string => addressOf(`${pathOf(month)}.pdf`, { version })

export const mailingQuery = queryOptions({
  queryKey: ['reports-mailing'],
  queryFn: ({ signal }) => api.get<{ mailed: boolean }>(mailing, { signal }),
})

export const useMailing = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (mailed: boolean) => api.patch<{ mailed: boolean }>(mailing, { mailed }),
    onSuccess: (answer) => client.setQueryData(mailingQuery.queryKey, answer),
  })
}

export const useMailToMe = ({ month, version }: Which) =>
  useMutation({
    mutationFn: () => api.post<{ address: string }>(`${pathOf(month)}/mail`, version ? { version } : {}),
  })

/** A further version; the ones before stay. */
export const useMakeAnew = (month: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<ReadReport>(pathOf(month)),
    onSuccess: (report) => {
      client.setQueryData(reportQuery({ month }).queryKey, report)
      return client.invalidateQueries({ queryKey: ['reports'] })
    },
  })
}
