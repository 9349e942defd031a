// A tick of what one is told, and by which way. Several quick ones go one after the other, and each shows at once.
import { mutationOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { tellingsQuery } from './account-questions.tsx'
import type { Telling } from './account-questions.tsx'

export type Channel = keyof Telling['channels']
type Choice = { readonly interaction: string; readonly channel: Channel; readonly on: boolean }

const { queryKey } = tellingsQuery
const mutationKey = ['choose-telling']

export const choosing = (client: QueryClient) => {
  // what is answered before the last one knows nothing of those that wait behind it
  const isLast = () => client.isMutating({ mutationKey }) === 1
  return mutationOptions({
    mutationKey,
    scope: { id: 'choose-telling' },
    mutationFn: ({ interaction, channel, on }: Choice) =>
      api.patch<{ items: Telling[] }>('/api/v1/me/tellings', { tellings: { [interaction]: { [channel]: on } } }),
    // shown at once; the answer, or what stood before, follows
    onMutate: (choice) => {
      client.setQueryData(queryKey, (now) => now && { items: now.items.map((one) => chosen(one, choice)) })
    },
    onSuccess: (answer) => {
      if (isLast()) client.setQueryData(queryKey, answer)
    },
    onError: () => (isLast() ? client.invalidateQueries({ queryKey }) : undefined),
  })
}

const chosen = (telling: Telling, { interaction, channel, on }: Choice): Telling =>
  telling.interaction === interaction ? { ...telling, channels: { ...telling.channels, [channel]: on } } : telling
