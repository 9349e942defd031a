// Whom a ticket can be given to: a group, and within it somebody. One list for one ticket and for many.
import { Avatar } from '../../../web/ui/index.ts'
import type { PickSection } from '../../../web/ui/index.ts'
import type { Group } from '../../staff/groups-question.tsx'

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
