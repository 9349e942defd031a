import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { builtInRoleKeys, staffPermissions } from '../../permissions/roles.ts'
import type { Page } from '../../queries/keyset.ts'
import type { Named } from '../../queries/named.ts'
import { api } from '../../web/api.ts'
import type { Group } from '../staff/groups-question.tsx'
import { changesBeside } from './meanwhile.ts'

export type User = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: string | null
  readonly timeZone: string | null
  readonly active: boolean
  readonly createdAt: string
  readonly roles: readonly string[]
  readonly groups: readonly Named[]
  readonly organisation: Named | null
  /** A program that acts by keys. */
  readonly service: boolean
  readonly erasedAt: string | null
  /** Until when the link works that they were invited by and have not used. */
  readonly invitedUntil: string | null
  /** Has a way to sign in: a password, or another provider. */
  readonly signsIn: boolean
}
export type Role = {
  readonly key: string
  readonly name: { readonly source: string; readonly texts: Readonly<Record<string, { readonly text: string }>> } | null
  readonly permissions: readonly string[]
  readonly builtIn: boolean
  /** A built-in one that does not follow the product's own list any more. */
  readonly customised: boolean
  readonly requiresSecondFactor: boolean
  /** By themselves, deactivated ones too. */
  readonly users: number
  /** Active, by themselves or by a group. */
  readonly people: number
  readonly groups: readonly Named[]
}
type PeopleFilter = Readonly<Record<string, string | boolean | undefined>>

export const peopleQuery = (filter: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: ['users', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<User>>('/api/v1/users', { query: { ...filter, after: pageParam, limit: 100 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** The built-in ones first, from the customer to the administrator. */
const inOrder = (roles: readonly Role[]): Role[] => {
  const place = ({ key }: Role) => {
    const at = builtInRoleKeys.findIndex((builtIn) => builtIn === key)
    return at < 0 ? builtInRoleKeys.length : at
  }
  return roles.toSorted((one, other) => place(one) - place(other))
}

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async ({ signal }) => inOrder((await api.get<{ items: Role[] }>('/api/v1/roles', { signal })).items),
  staleTime: 60_000,
})

/** Whoever holds it works here; one of the organisation's own may be for customers. */
export const isOfStaff = ({ permissions }: Pick<Role, 'permissions'>): boolean =>
  staffPermissions.some((permission) => permissions.includes(permission))

/** Everybody active who holds a role beyond a customer's: who can be a member of a group. */
export const candidatesQuery = (roles: readonly string[]) =>
  queryOptions({
    queryKey: ['users', 'candidates', roles],
    enabled: roles.length > 0,
    queryFn: async ({ signal }) => {
      const found = await Promise.all(
        roles.map((role) =>
          api.get<Page<User>>('/api/v1/users', { query: { role, active: true, limit: 200 }, signal }),
        ),
      )
      const all = new Map(found.flatMap(({ items }) => items).map((user) => [user.id, user]))
      return [...all.values()].toSorted((a, b) => a.name.localeCompare(b.name))
    },
  })

export type UserForm = {
  readonly name: string
  readonly email: string
  readonly language: string | null
  readonly timeZone: string | null
  readonly roles: readonly string[]
  /** Absent: they stay where they are. */
  readonly groups?: readonly string[]
  readonly organisation: string | null
  readonly password?: string | undefined
}

/** With roles and groups, in one change: all of it or nothing. Of somebody who is here, what is otherwise than `before`. */
export const useSaveUser = (user: User | undefined, before: UserForm) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (form: UserForm) => {
      if (!user) return api.post<User>('/api/v1/users', form)
      const address = `/api/v1/users/${user.id}`
      const changes = await changesBeside(before, form, ['roles', 'groups'], async () => {
        const { roles, groups } = await api.get<User>(address)
        return { roles, groups: groups.map(({ id }) => id) }
      })
      return api.patch<User>(address, changes)
    },
    onSettled: () => asked.forEach((queryKey) => void client.invalidateQueries({ queryKey: [queryKey] })),
  })
}

const asked = ['users', 'groups', 'me', 'roles', 'organisations'] as const

export const useChangeUser = (user: User) => {
  const client = useQueryClient()
  const onSuccess = () => asked.forEach((queryKey) => void client.invalidateQueries({ queryKey: [queryKey] }))
  return {
    activate: useMutation({
      mutationFn: (active: boolean) => api.patch<User>(`/api/v1/users/${user.id}`, { active }),
      onSuccess,
    }),
    invite: useMutation({ mutationFn: () => api.post<User>(`/api/v1/users/${user.id}/invite`), onSuccess }),
    revoke: useMutation({ mutationFn: () => api.post<User>(`/api/v1/users/${user.id}/revoke-invitation`), onSuccess }),
  }
}

export const useEraseUser = (user: User) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (confirm: string) => api.post<User>(`/api/v1/users/${user.id}/erase`, { confirm }),
    // their words were everywhere
    onSuccess: () => void client.invalidateQueries(),
  })
}

export type GroupForm = {
  readonly name: string
  readonly members: readonly string[]
  readonly roles: readonly string[]
  readonly lead: string | null
  readonly timeZone: string | null
  readonly workingHours: Group['workingHours']
}

/** Anybody active whose name or address begins so. */
export const foundQuery = (search: string, more: { role?: string } = {}) =>
  queryOptions({
    queryKey: ['users', 'found', search, more],
    enabled: search.length > 0,
    queryFn: async ({ signal }) =>
      (await api.get<Page<User>>('/api/v1/users', { query: { ...more, search, active: true, limit: 20 }, signal }))
        .items,
  })

export const useSaveGroup = (group: Group | undefined, before: GroupForm) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (form: GroupForm) => {
      if (!group) return api.post<Group>('/api/v1/groups', form)
      const address = `/api/v1/groups/${group.id}`
      const changes = await changesBeside(before, form, ['members', 'roles'], async () => {
        const { members, roles } = await api.get<Group>(address)
        return { members: members.map(({ id }) => id), roles }
      })
      return api.patch<Group>(address, changes)
    },
    onSuccess: () => asked.forEach((queryKey) => void client.invalidateQueries({ queryKey: [queryKey] })),
  })
}
