import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { MailState } from '../../entities/mail-tables.ts'
import type { Page } from '../../queries/keyset.ts'
import { api } from '../../web/api.ts'
import type { Tone } from '../../web/ui/index.ts'

export type MailLine = {
  readonly id: string
  readonly to: string
  readonly subject: string | null
  readonly state: MailState
  readonly at: string
  readonly sentAt: string | null
  readonly interaction: string
  readonly ticket: number | null
  readonly tries: number
  readonly lastError: string | null
  /** Why they were told; null for mails about an account. */
  readonly why:
    | 'assignee'
    | 'participant'
    | 'customer'
    | 'group'
    | 'standsIn'
    | 'asked'
    | 'readsReports'
    | 'askedForReport'
    | null
  readonly group: string | null
}
export type MailRead = MailLine & {
  readonly text: string | null
  readonly html: string | null
  readonly language: string | null
}

export const mailsQuery = (state: MailState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['mails', state ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<MailLine>>('/api/v1/mails', { query: { state, after: pageParam, limit: 100 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', id],
    queryFn: ({ signal }) => api.get<MailRead>(`/api/v1/mails/${id}`, { signal }),
  })

export const useRetryMail = (id: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<MailRead>(`/api/v1/mails/${id}/retry`),
    onSuccess: (mail) => {
      client.setQueryData(['mail', id], mail)
      void client.invalidateQueries({ queryKey: ['mails'] })
    },
  })
}

type Held = { readonly held: number; readonly backedUpAt: string | null; readonly restoredAt: string | null }

export const heldQuery = queryOptions({
  queryKey: ['mails', 'held from before a restore'],
  queryFn: ({ signal }) => api.get<Held>('/api/v1/held-mails', { signal }),
})

export type Decision = 'release' | 'drop'

export const useDecideHeld = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (decision: Decision) => api.post<unknown>(`/api/v1/held-mails/${decision}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['mails'] }),
  })
}

const tones: Record<MailState, Tone> = {
  pending: 'neutral',
  sending: 'accent',
  sent: 'success',
  dead: 'danger',
  kept: 'wait',
  dropped: 'neutral',
  held: 'wait',
}
export const toneOf = (state: MailState): Tone => tones[state]
