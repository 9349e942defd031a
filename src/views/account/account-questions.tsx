// What the pages of one's own account ask and do.
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../web/api.ts'

export type SecondFactor = {
  readonly on: boolean
  readonly since: string | null
  readonly recoveryCodesLeft: number
  readonly required: boolean
}
export type OpenSession = {
  readonly id: string
  readonly current: boolean
  readonly startedAt: string
  readonly seenAt: string
  readonly browser: string | null
  readonly network: string | null
}
export type Telling = {
  readonly interaction: string
  readonly mayMute: boolean
  readonly channels: Readonly<Partial<Record<'in-app' | 'email', boolean>>>
}
type Items<T> = { readonly items: readonly T[] }

const factorPath = '/api/v1/me/second-factor'

export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: ({ signal }) => api.get<SecondFactor>(factorPath, { signal }),
})
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => api.get<Items<OpenSession>>('/api/v1/me/sessions', { signal }),
})
export const tellingsQuery = queryOptions({
  queryKey: ['my-tellings'],
  queryFn: ({ signal }) => api.get<Items<Telling>>('/api/v1/me/tellings', { signal }),
})

export const factor = {
  begin: (password: string) => api.post<{ secret: string; uri: string }>(factorPath, { password }),
  confirm: (code: string) => api.post<{ recoveryCodes: string[] }>(`${factorPath}/confirm`, { code }),
  renewCodes: (password: string) => api.post<{ recoveryCodes: string[] }>(`${factorPath}/recovery-codes`, { password }),
  turnOff: (password: string) => api.post(`${factorPath}/off`, { password }),
}
