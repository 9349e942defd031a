import { queryOptions } from '@tanstack/react-query'
import type { Permission } from '../../permissions/permissions.ts'
import { api } from '../../web/api.ts'
import type { User } from '../people/people-questions.tsx'

export type Key = {
  readonly id: string
  readonly name: string
  readonly beginning: string
  readonly person: { readonly id: string; readonly name: string; readonly service: boolean }
  readonly scopes: readonly Permission[]
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
}
export type Wanted = {
  readonly name: string
  readonly scopes: readonly Permission[]
  readonly expiresAt?: string
  readonly person?: string
  readonly service?: { readonly name: string; readonly roles: readonly string[] }
}

export const keysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: async ({ signal }) => (await api.get<{ items: Key[] }>('/api/v1/api-keys', { signal })).items,
})

/** Whom a key speaks for, with the roles that say what it may at most. */
export const serviceQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['users', id],
    enabled: id !== null,
    queryFn: ({ signal }) => api.get<User>(`/api/v1/users/${id}`, { signal }),
  })

export const makeKey = (wanted: Wanted) => api.post<Key & { key: string }>('/api/v1/api-keys', wanted)
export const revokeKey = (id: string) => api.delete(`/api/v1/api-keys/${id}`)
