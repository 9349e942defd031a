import { queryOptions } from '@tanstack/react-query'
import type { LinkKind } from '../../users/mailed-links/link-kinds.ts'
import { api } from '../../web/api.ts'

/** Asked once, when the page opens: afterwards the link is used, and whoever used it need not be told that it is over. */
export const linkQuery = (kind: LinkKind, token: string) =>
  queryOptions({
    queryKey: ['link', kind, token],
    queryFn: () => api.post<{ good: boolean }>('/api/v1/links/look', { kind, token }),
    enabled: token !== '',
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
