// The few tickets that have these words, going ones first: asked a moment after the last letter.
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Status } from '../../entities/ticket/ticket.ts'
import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'
import type { Page } from '../../queries/keyset.ts'
import { api } from '../../web/api.ts'

export type Found = { readonly number: number; readonly title: PresentedText; readonly status: Status }
type Ended = Omit<Found, 'status'> & { readonly ended: string }

const each = 5
const fewest = 2
const restAfter = 180

const foundQuery = (words: string) =>
  queryOptions({
    queryKey: ['palette', words],
    queryFn: async ({ signal }) => {
      const query = { words, limit: each }
      const [going, ended] = await Promise.all([
        api.get<Page<Found>>('/api/v1/queries/incoming-requests', { query, signal }),
        api.get<Page<Ended>>('/api/v1/queries/closed-tickets', { query, signal }),
      ])
      const closed = ended.items.map(({ ended: how, ...ticket }): Found => ({
        ...ticket,
        status: how === 'duplicate' ? 'duplicate' : 'closed',
      }))
      return [...going.items, ...closed]
    },
    enabled: words.length >= fewest,
    placeholderData: keepPreviousData,
  })

export const useFoundTickets = (typed: string): readonly Found[] => {
  const [words, setWords] = useState('')
  useEffect(() => {
    const later = setTimeout(() => setWords(typed.trim()), restAfter)
    return () => clearTimeout(later)
  }, [typed])
  const { data = [] } = useQuery(foundQuery(words))
  return words.length >= fewest && typed.trim().length >= fewest ? data : []
}
