import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'

export type Provider = {
  readonly issuer: string | null
  readonly clientId: string | null
  readonly hasSecret: boolean
  readonly label: string | null
  readonly linksKnown: boolean
  readonly addsCustomers: boolean
  readonly callback: string | null
  readonly failure: string | null
  readonly failedAt: string | null
}

const path = '/api/v1/sign-in-provider'

export const providerQuery = queryOptions({
  queryKey: ['sign-in-provider'],
  queryFn: ({ signal }) => api.get<Provider>(path, { signal }),
})

export const provider = {
  save: (wanted: object) => api.put<Provider>(path, wanted),
  remove: () => api.delete<Provider>(path),
}
