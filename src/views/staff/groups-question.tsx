import { queryOptions } from '@tanstack/react-query'
import { api } from '../../web/api.ts'

export type GroupMember = {
  readonly id: string
  readonly name: string
  readonly active: boolean
  /** A program. */
  readonly service: boolean
  /** They see the group's tickets, and can be given them. */
  readonly holds: boolean
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

/** Nobody in it reads what it is told: no person is active. */
export const hasNobody = ({ members }: Pick<Group, 'members'>): boolean =>
  members.every(({ active, service }) => !active || service)

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

type Had = { readonly group: { readonly id: string }; readonly member: { readonly id: string } | null }

/** Whether it can be assigned to them again: who works here may have a ticket of a group that they are not in. */
export const canHaveAgain = (groups: readonly Group[], { group, member }: Had): boolean =>
  member === null ||
  groups.some(({ id, members }) => id === group.id && members.some((each) => each.holds && each.id === member.id))
