// Exports that are written meanwhile: how far they are, and, once they are ready, where they are fetched.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ExportFile, ExportFormat } from '../queries/exports/exports.ts'
import { api } from '../web/api.ts'

const path = '/api/v1/exports'

export const exportsQuery = queryOptions({
  queryKey: ['exports'],
  queryFn: async ({ signal }) => (await api.get<{ items: ExportFile[] }>(path, { signal })).items,
  // while one is written, its rows are counted before one's eyes
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 1_500 : false),
})

export const isUnderWay = ({ state }: ExportFile): boolean => state === 'waiting' || state === 'writing'
export const isNews = ({ state, readAt }: ExportFile): boolean =>
  readAt === null && (state === 'ready' || state === 'failed')

export const fileOf = ({ id }: ExportFile): string => `${path}/${id}/file`

export const useAskForExport = (query: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (asked: { format: ExportFormat; filters: object }) => api.post<ExportFile>(path, { query, ...asked }),
    onSuccess: () => client.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  })
}

/** Whether the file still lies there: a restored installation has its row and not its file. Who cannot ask lets the browser say so. */
export const isThere = (each: ExportFile): Promise<boolean> =>
  fetch(fileOf(each), { method: 'HEAD', credentials: 'same-origin' }).then(
    ({ status }) => status !== 410,
    () => true,
  )

export const useMakeAgain = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.post<ExportFile>(`${path}/${id}/again`),
    onSuccess: () => client.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  })
}

export const useReadExport = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.post(`${path}/${id}/read`),
    onSettled: () => client.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  })
}
