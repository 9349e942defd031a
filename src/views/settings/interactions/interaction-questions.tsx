import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ToldPeople } from '../../../interactions/told-people.ts'
import { api } from '../../../web/api.ts'
import type { InteractionName } from '../../../words/telling.ts'

export type Channel = 'in-app' | 'email'
export type Texts = Readonly<Record<string, string | readonly string[]>>
export type Summary = {
  readonly name: InteractionName
  readonly by: readonly Channel[]
  readonly channels: readonly Channel[]
  readonly enabled: boolean
  readonly recipients: readonly ToldPeople[]
  readonly ownLanguages: readonly string[]
}
export type InteractionRead = Summary & {
  readonly variants: readonly string[]
  readonly actions: readonly string[]
  readonly variables: readonly { name: string; keys: readonly string[]; sample: Readonly<Record<string, string>> }[]
  readonly templates: Readonly<Record<string, { dir: 'ltr' | 'rtl'; builtIn: Texts; own: Texts }>>
}
export type Preview = {
  readonly subject: string
  readonly line: string
  readonly text: string
  readonly html: string
  readonly language: string
  readonly dir: 'ltr' | 'rtl'
  readonly isSample: boolean
}

const path = '/api/v1/interactions'

export const interactionsQuery = queryOptions({
  queryKey: ['interactions'],
  queryFn: async ({ signal }) => (await api.get<{ items: Summary[] }>(path, { signal })).items,
})

export const interactionQuery = (name: string) =>
  queryOptions({
    queryKey: ['interactions', name],
    queryFn: ({ signal }) => api.get<InteractionRead>(`${path}/${name}`, { signal }),
  })

type Asked = {
  readonly language: string
  readonly variant?: string
  readonly ticket?: number
  readonly templates: object
}

/** What is laid over what is saved; while something new is asked, the last one stays. */
export const previewQuery = (name: string, asked: Asked) =>
  queryOptions({
    queryKey: ['interactions', name, 'preview', asked],
    queryFn: ({ signal }) => api.post<Preview>(`${path}/${name}/preview`, asked, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 30_000,
  })

export const sendTest = (name: string, asked: Asked) => api.post<{ address: string }>(`${path}/${name}/test`, asked)

export const useSaveInteraction = (name: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: object) => api.patch<InteractionRead>(`${path}/${name}`, body),
    onSuccess: (saved) => {
      client.setQueryData(interactionQuery(name).queryKey, saved)
      void client.invalidateQueries({ queryKey: interactionsQuery.queryKey, exact: true })
    },
  })
}
