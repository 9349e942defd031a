import { queryOptions } from '@tanstack/react-query'
import { api } from '../../web/api.ts'

export type GroupMember = {
  readonly id: string
  readonly name: string
  readonly active: boolean
  /** A program. */
  readonly service: boolean
}
export type Group = {
  readonly id: string
  /** supportDesk, the one that is there from the first start. */
  readonly key: string | null
  readonly name: string
  readonly roles: readonly string[]
  readonly members: readonly GroupMember[]
  readonly lead: { readonly id: string; readonly name: string } | null
  readonly timeZone: string | null
  /** By weekday, Monday '1': from when to when. */
  readonly workingHours: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> | null
}

export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  queryFn: async ({ signal }) => (await api.get<{ items: Group[] }>('/api/v1/groups', { signal })).items,
  staleTime: 60_000,
})

/** Everybody who works here, once each, by name. */
export const membersOf = (groups: readonly Group[]): GroupMember[] => {
  const all = new Map(groups.flatMap(({ members }) => members).map((member) => [member.id, member]))
  return [...all.values()].filter(({ active }) => active).toSorted((a, b) => a.name.localeCompare(b.name))
}
