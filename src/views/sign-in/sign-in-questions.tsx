import { queryOptions } from '@tanstack/react-query'
import { api } from '../../web/api.ts'

/** The ways in besides the password; `outside` is what the button of the other service says. */
export const signInWaysQuery = queryOptions({
  queryKey: ['sign-in-ways'],
  queryFn: ({ signal }) =>
    api.get<{ registration: boolean; outside: string | null }>('/api/v1/sign-in-ways', { signal }),
})
