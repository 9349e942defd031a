import { queryOptions } from '@tanstack/react-query'
import type { Page } from '../../../../queries/keyset.ts'
import type { Named } from '../../../../queries/named.ts'
import { api } from '../../../../web/api.ts'

/** Staff who see the ticket, by a part of their name. */
export const mentionableQuery = (number: number, words: string) =>
  queryOptions({
    queryKey: ['mentionable', number, words],
    queryFn: ({ signal }) =>
      api.get<Page<Named>>(`/api/v1/tickets/${number}/mentionable`, { query: { words }, signal }),
    staleTime: 60_000,
  })
