import { queryOptions } from '@tanstack/react-query'
import type { Security } from '../../channels/email/mail-host.ts'
import { api } from '../../web/api.ts'

export type Server = {
  readonly source: 'environment' | 'stored' | 'none'
  readonly host: string | null
  readonly port: number | null
  readonly security: Security | null
  readonly username: string | null
  readonly hasPassword: boolean
  readonly sender: string
  readonly publicUrl: string | null
}

export const mailServerPath = '/api/v1/mail-settings'
export const mailServerQuery = queryOptions({
  queryKey: ['mail-server'],
  queryFn: ({ signal }) => api.get<Server>(mailServerPath, { signal }),
})
