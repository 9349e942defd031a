import { queryOptions } from '@tanstack/react-query'
import { api } from '../../web/api.ts'

export type HelpPage = {
  readonly topic: string
  readonly language: string
  readonly dir: 'ltr' | 'rtl'
  readonly title: string
  readonly html: string
}

export const helpTopicsQuery = (language: string) =>
  queryOptions({
    queryKey: ['help', language],
    queryFn: ({ signal }) =>
      api.get<{ items: { topic: string; title: string }[] }>('/api/v1/help', { query: { language }, signal }),
    staleTime: Infinity,
  })

export const helpQuery = (topic: string, language: string) =>
  queryOptions({
    queryKey: ['help', language, topic],
    queryFn: ({ signal }) =>
      api.get<HelpPage>(`/api/v1/help/${encodeURIComponent(topic)}`, { query: { language }, signal }),
    staleTime: Infinity,
  })
