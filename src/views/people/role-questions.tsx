import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Named } from '../../queries/named.ts'
import type { Permission } from '../../permissions/permissions.ts'
import { api } from '../../web/api.ts'
import { changedOf } from '../settings/save-settings.tsx'
import type { Change } from './grid.ts'
import type { Role } from './people-questions.tsx'

const path = '/api/v1/roles'

export const holdersQuery = (roles: readonly string[]) =>
  queryOptions({
    queryKey: ['roles', 'holders', roles],
    queryFn: async ({ signal }) =>
      (await api.get<{ people: number }>(`${path}/holders`, { query: { roles: roles.join(',') }, signal })).people,
    placeholderData: keepPreviousData,
  })

/** By language. */
export type Names = Readonly<Record<string, string>>
const nameOf = (names: Names, was?: string) => {
  const texts = Object.fromEntries(Object.entries(names).filter(([, text]) => text.trim() !== ''))
  const source = was !== undefined && was in texts ? was : Object.keys(texts)[0]
  return { source: source ?? 'en', texts }
}

export const namesOf = ({ name }: Pick<Role, 'name'>): Names =>
  Object.fromEntries(Object.entries(name?.texts ?? {}).map(([language, { text }]) => [language, text]))

const useRolesChanged = () => {
  const client = useQueryClient()
  return () => ['roles', 'users', 'groups', 'me'].forEach((key) => void client.invalidateQueries({ queryKey: [key] }))
}

export const useSaveCells = () => {
  const onSettled = useRolesChanged()
  return useMutation({
    mutationFn: (changes: readonly Change[]) => api.patch<{ items: Role[] }>(path, { changes }),
    onSettled,
  })
}

export const useMakeRole = () => {
  const onSuccess = useRolesChanged()
  return useMutation({
    mutationFn: ({ names, permissions }: { names: Names; permissions: readonly string[] }) =>
      api.post<Role>(path, { name: nameOf(names), permissions }),
    onSuccess,
  })
}

export const useChangeRole = (key: string) => {
  const onSuccess = useRolesChanged()
  return {
    rename: useMutation({
      // a name is replaced whole: what somebody else called it meanwhile in another language is asked for and stays
      mutationFn: async ({ before, names }: { before: Names; names: Names }) => {
        const now = (await api.get<{ items: Role[] }>(path)).items.find((role) => role.key === key)
        const named = { ...(now ? namesOf(now) : before), ...(changedOf(before, names) as Names) }
        return api.patch<Role>(`${path}/${key}`, { name: nameOf(named, now?.name?.source) })
      },
      onSuccess,
    }),
    secondFactor: useMutation({
      mutationFn: (requiresSecondFactor: boolean) => api.patch<Role>(`${path}/${key}`, { requiresSecondFactor }),
      onSuccess,
    }),
    reset: useMutation({ mutationFn: () => api.post<Role>(`${path}/${key}/reset`), onSuccess }),
    remove: useMutation({ mutationFn: () => api.delete<undefined>(`${path}/${key}`), onSuccess }),
  }
}

export type Source = { readonly role: string; readonly group: Named | null }
export type Explained = {
  readonly active: boolean
  readonly items: readonly { readonly permission: Permission; readonly from: readonly Source[] }[]
  readonly ticket: {
    readonly number: number
    readonly side: 'staff' | 'customer' | null
    readonly verbs: readonly {
      readonly verb: string
      readonly may: boolean
      readonly why: string
      readonly permission: Permission
    }[]
  } | null
}

/** What may this person do, and why? With a ticket, each verb on it. */
export const explainQuery = (person: string, ticket?: number) =>
  queryOptions({
    queryKey: ['users', person, 'permissions', ticket ?? 'anywhere'],
    queryFn: ({ signal }) => api.get<Explained>(`/api/v1/users/${person}/permissions`, { query: { ticket }, signal }),
    staleTime: 0,
  })
