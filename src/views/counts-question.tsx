// How much lies in each queue: the rail and the list ask the same.
import { queryOptions } from '@tanstack/react-query'
import type { Queue } from '../queries/incoming-requests/queues.ts'
import { api } from '../web/api.ts'

export type Counts = Readonly<Record<Queue, number>>

export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: ({ signal }) => api.get<Counts>('/api/v1/queries/incoming-requests/counts', { signal }),
})

/** No hint comes of mails: they are counted anew each minute. One page is as far as counting goes. */
export const mailsToLookAtQuery = queryOptions({
  queryKey: ['inbound-mails', 'count'],
  queryFn: async ({ signal }) => {
    const query = { toLookAt: true, limit: 200 }
    return (await api.get<{ items: unknown[] }>('/api/v1/inbound-mails', { query, signal })).items.length
  },
  refetchInterval: 60_000,
})
