// How much lies in each queue: the rail and the list ask the same.
import { queryOptions } from '@tanstack/react-query'
import type { Queue } from '../queries/incoming-requests/queues.ts'
import { api } from '../web/api.ts'

export type Counts = Readonly<Record<Queue, number>>

export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: ({ signal }) => api.get<Counts>('/api/v1/queries/incoming-requests/counts', { signal }),
})
