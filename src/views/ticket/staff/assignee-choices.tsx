// Whom a ticket can be given to: a group, and within it somebody. One list for one ticket and for many.
import { useQuery } from '@tanstack/react-query'
import { Avatar } from '../../../web/ui/index.ts'
import type { PickSection } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { sentenceFor } from '../../problem-words.tsx'
import { groupsQuery } from '../../staff/groups-question.tsx'
import type { Group } from '../../staff/groups-question.tsx'

/** Those there are, and what is said where none is shown: until they are known nobody can tell that none fits. */
export const useAssignees = () => {
  const { t } = useWords()
  const { data, error } = useQuery(groupsQuery)
  const unknown = sentenceFor(error, t) ?? t('shell:loading')
  return { groups: data ?? [], nothing: data ? t('staffTicket:assignNothing') : unknown }
}

export const assigneeKey = (group: string, member = ''): string => `${group}.${member}`

export const assigneeSections = (groups: readonly Group[], me: string, anybody: string, you: string): PickSection[] =>
  groups.map((group) => ({
    key: group.id,
    label: group.name,
    options: [
      { key: assigneeKey(group.id), label: group.name, hint: anybody, start: <Avatar size="s" /> },
      ...group.members
        .filter(({ holds }) => holds)
        .map(({ id, name }) => ({
          key: assigneeKey(group.id, id),
          label: name,
          ...(id === me && { hint: you }),
          start: <Avatar name={name} size="s" ours />,
        })),
    ],
  }))

export const assigneeChosen = (groups: readonly Group[], key: string) => {
  const [groupId = '', memberId = ''] = key.split('.')
  const group = groups.find(({ id }) => id === groupId)
  if (!group) return undefined
  const member = group.members.find(({ id }) => id === memberId)
  return {
    group: { id: group.id, name: group.name },
    member: member && { id: member.id, name: member.name },
  }
}
