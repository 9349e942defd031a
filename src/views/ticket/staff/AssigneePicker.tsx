import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Avatar, PickList, Popover } from '../../../web/ui/index.ts'
import type { Anchor, PickSection } from '../../../web/ui/index.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { groupsQuery } from '../../staff/groups-question.tsx'
import type { Group } from '../../staff/groups-question.tsx'
import type { Doing } from './use-doing.tsx'

type Props = {
  readonly ticket: PresentedTicket
  readonly doing: Doing
  readonly children: (anchor: Anchor) => ReactNode
}

/** A group, and within it somebody: opened by its button or by its key. */
export const AssigneePicker = ({ ticket, doing, children }: Props) => {
  const { t } = useWords()
  const open = doing.asking === 'assign'
  return (
    <Popover
      open={open}
      onOpen={(next) => (next ? doing.begin('assign') : doing.stopAsking())}
      align="end"
      label={t('staffTicket:changeAssignee')}
      anchor={children}
    >
      <Picking ticket={ticket} doing={doing} />
    </Popover>
  )
}

const Picking = ({ ticket, doing }: Omit<Props, 'children'>) => {
  const { t } = useWords()
  const { me } = useSession()
  const { data: groups = [] } = useQuery(groupsQuery)
  const { group, member } = ticket.assignee
  const pick = (key: string) => {
    const chosen = choiceOf(groups, key)
    if (!chosen) return
    doing.stopAsking()
    const said = chosen.member
      ? t('staffTicket:memberOfGroup', { member: chosen.member.name, group: chosen.group.name })
      : chosen.group.name
    void doing.assign({ group: chosen.group.id, member: chosen.member?.id }, said, {
      assignee: { group: chosen.group, member: chosen.member ?? null },
    })
  }
  return (
    <PickList
      label={t('staffTicket:changeAssignee')}
      placeholder={t('staffTicket:assignFind')}
      nothing={t('staffTicket:assignNothing')}
      sections={sectionsOf(groups, me.id, t('staffTicket:assignGroup'), t('staffTicket:you'))}
      chosen={keyOf(group.id, member?.id)}
      onPick={pick}
    />
  )
}

const keyOf = (group: string, member = ''): string => `${group}.${member}`

const sectionsOf = (groups: readonly Group[], me: string, anybody: string, you: string): PickSection[] =>
  groups.map((group) => ({
    key: group.id,
    label: group.name,
    options: [
      { key: keyOf(group.id), label: group.name, hint: anybody, start: <Avatar size="s" /> },
      ...group.members
        .filter(({ active }) => active)
        .map(({ id, name }) => ({
          key: keyOf(group.id, id),
          label: name,
          ...(id === me && { hint: you }),
          start: <Avatar name={name} size="s" ours />,
        })),
    ],
  }))

const choiceOf = (groups: readonly Group[], key: string) => {
  const [groupId = '', memberId = ''] = key.split('.')
  const group = groups.find(({ id }) => id === groupId)
  if (!group) return undefined
  const member = group.members.find(({ id }) => id === memberId)
  return {
    group: { id: group.id, name: group.name },
    member: member && { id: member.id, name: member.name },
  }
}
