import { useQuery } from '@tanstack/react-query'
import { PickList } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { groupsQuery, membersOf } from '../staff/groups-question.tsx'
import type { Asked } from './asked.ts'
import { Chip } from './Chip.tsx'

type Props = { readonly asked: Asked; readonly onChange: (changed: Asked) => void }

/** Whose it was when it closed: a group's, or one person's. */
export const WhoChip = ({ asked, onChange }: Props) => {
  const { t } = useWords()
  const { data: groups = [] } = useQuery(groupsQuery)
  const members = groups.flatMap((group) => group.members)
  const name = asked.member
    ? members.find(({ id }) => id === asked.member)?.name
    : groups.find(({ id }) => id === asked.group)?.name
  const holds = Boolean(asked.member || asked.group)
  const everybody = { group: '', member: '' }
  return (
    <Chip
      label={t('closedTickets:who.label')}
      value={holds ? (name ?? '…') : t('closedTickets:who.everybody')}
      onClear={holds ? () => onChange(everybody) : undefined}
    >
      {(close) => (
        <PickList
          label={t('closedTickets:who.label')}
          placeholder={t('incoming:filterFind')}
          nothing={t('incoming:filterNothing')}
          sections={[
            { key: 'all', options: [{ key: 'all', label: t('closedTickets:who.everybody') }] },
            {
              key: 'groups',
              label: t('glossary:field.group'),
              options: groups.map((group) => ({ key: `group ${group.id}`, label: group.name })),
            },
            {
              key: 'members',
              label: t('glossary:field.member'),
              options: membersOf(groups).map((member) => ({ key: `member ${member.id}`, label: member.name })),
            },
          ]}
          chosen={asked.member ? `member ${asked.member}` : asked.group ? `group ${asked.group}` : 'all'}
          onPick={(key) => {
            const [kind, id = ''] = key.split(' ')
            close()
            onChange(kind === 'all' ? everybody : { ...everybody, [kind as 'group' | 'member']: id })
          }}
        />
      )}
    </Chip>
  )
}
