import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { SavedQuery } from '../../queries/saved-queries/saved-queries.ts'
import { api } from '../../web/api.ts'
import { askedIn } from './asked.ts'
import type { Asked } from './asked.ts'

const path = '/api/v1/saved-queries'
const query = 'closed-tickets'

/** One's own and those that are shared with one's groups, by name. */
export const savedQueriesQuery = queryOptions({
  queryKey: ['saved-queries', query],
  queryFn: async ({ signal }) => (await api.get<{ items: SavedQuery[] }>(path, { query: { query }, signal })).items,
  staleTime: 60_000,
})

export type Saving = { readonly name: string; readonly group: string | null }

/** Keeps what is asked now under a name; or gives a kept one another name, group or question. */
export const useSaveQuery = () => {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, asked, ...saving }: Saving & { readonly id?: string | undefined; readonly asked?: Asked }) =>
      id
        ? api.patch<SavedQuery>(`${path}/${id}`, { ...saving, ...(asked && { filters: asked }) })
        : api.post<SavedQuery>(path, { query, filters: asked ?? {}, ...saving }),
    // a refusal too says that the list is not as it was
    onSettled: refresh,
  })
}

export const useRemoveQuery = () => {
  const refresh = useRefresh()
  return useMutation({ mutationFn: (id: string) => api.delete(`${path}/${id}`), onSettled: refresh })
}

const useRefresh = () => {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: savedQueriesQuery.queryKey })
}

/**
 * Which of the kept ones is asked now. Several may ask the same: the one that was chosen, else one's own, which a colleague's would
 * put out of reach.
 */
export const askedNow = (
  saved: readonly SavedQuery[],
  asked: Readonly<Record<string, unknown>>,
  chosen?: string,
): SavedQuery | undefined => {
  const same = saved.filter(({ filters }) => isSame(askedIn(filters), asked))
  return same.find(({ id }) => id === chosen) ?? same.find(({ own }) => own) ?? same[0]
}

/** The same question, in whatever order its parts were written. */
const isSame = (one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean => {
  const written = (asked: Readonly<Record<string, unknown>>) =>
    JSON.stringify(
      Object.entries(asked)
        .filter(([, value]) => value !== undefined && value !== '')
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
  return written(one) === written(other)
}
