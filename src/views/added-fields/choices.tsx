// What an added field may be given from a list, and what it was given that stands in no list any more.
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { groupsQuery, membersOf } from '../staff/groups-question.tsx'
import type { GroupMember } from '../staff/groups-question.tsx'
import type { ShownField } from './fields-question.tsx'
import { typedOf } from './typed.ts'

export type Choice = { readonly value: string; readonly label: string }

/**
 * What may be chosen now, and what is chosen even where it may be chosen no longer: else it could not be taken away either.
 * `held`: what a ticket holds, by the name that it has there.
 */
export const useChoices = (field: ShownField, chosen: string, held?: Choice): Choice[] => {
  const offered = useOffered(field, chosen)
  const isOffered = (value: string) => (offered ?? []).some((choice) => choice.value === value)
  const lost = offered && held && !isOffered(held.value) ? [held] : []
  const isUnknown = field.type === 'user' && offered && chosen && chosen !== held?.value && !isOffered(chosen)
  const called = useCalled(isUnknown ? [chosen] : [])
  return [...(offered ?? []), ...lost, ...[...called].map(([value, label]) => ({ value, label }))]
}

/** Undefined while it is asked for. */
const useOffered = ({ type, options }: ShownField, chosen: string): Choice[] | undefined => {
  const { t, format } = useWords()
  const { read } = useSession()
  const { data: groups } = useQuery({ ...groupsQuery, enabled: type === 'user' || type === 'user-group' })
  if (type === 'classification')
    return (options.values ?? [])
      .filter(({ value, retired }) => !retired || value === chosen)
      .map(({ value, label }) => ({ value, label: read(label).text }))
  if (type === 'scale') {
    const { min = 1, max = 5 } = options
    return Array.from({ length: max - min + 1 }, (_, index) => ({
      value: String(min + index),
      label: t('addedFields:steps', { score: format.number(min + index), max: format.number(max) }),
    }))
  }
  if (type === 'user') return groups && membersOf(groups).map(({ id, name }) => ({ value: id, label: name }))
  return groups?.flatMap(({ id, name, members }) => [
    { value: id, label: name },
    ...members
      .filter(({ active }) => active)
      .map((member) => ({ value: `${id}/${member.id}`, label: `${name}: ${member.name}` })),
  ])
}

/** What people are called who are in no group any more, or deactivated: asked for, where the reader may know. */
export const useCalled = (people: readonly string[]): ReadonlyMap<string, string> => {
  const { t } = useWords()
  const answers = useQueries({ queries: people.map(calledQuery) })
  return new Map(people.map((id, index) => [id, answers[index]?.data?.name ?? t('addedFields:left')]))
}

const calledQuery = (person: string) =>
  queryOptions({
    queryKey: ['users', 'called', person],
    retry: false,
    staleTime: 60_000,
    queryFn: ({ signal }) => api.get<GroupMember>(`/api/v1/users/${person}`, { signal }),
  })

type Called = { readonly name: string }

/** What a ticket holds that was chosen from a list of people or groups, by the name that it has there. */
export function heldChoice({ type }: Pick<ShownField, 'type'>, value: unknown): Choice | undefined {
  if (value === undefined || value === null || (type !== 'user' && type !== 'user-group')) return undefined
  const held = typedOf({ type }, value, 'UTC')
  if (type === 'user') return { value: held, label: (value as Called).name }
  const { group, member } = value as { group: Called; member: Called | null }
  return { value: held, label: member ? `${group.name}: ${member.name}` : group.name }
}
