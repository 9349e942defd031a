import type { ReactNode } from 'react'
import { PickList, Popover } from '../../../web/ui/index.ts'
import type { Anchor } from '../../../web/ui/index.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { assigneeChosen, assigneeKey, assigneeSections, useAssignees } from './assignee-choices.tsx'
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
  const { groups, nothing } = useAssignees()
  const { group, member } = ticket.assignee
  const pick = (key: string) => {
    const chosen = assigneeChosen(groups, key)
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
      nothing={nothing}
      sections={assigneeSections(groups, me.id, t('staffTicket:assignGroup'), t('staffTicket:you'))}
      chosen={assigneeKey(group.id, member?.id)}
      onPick={pick}
    />
  )
}
