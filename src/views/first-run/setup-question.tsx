import { queryOptions } from '@tanstack/react-query'
import { api } from '../../web/api.ts'

/** Whether the product still waits for its first set-up. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => api.get<{ open: boolean; organisation?: string }>('/api/v1/setup', { signal }),
  staleTime: Infinity,
})
