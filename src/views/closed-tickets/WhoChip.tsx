import { useDeferredValue, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { PickList } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { groupsQuery, membersOf } from '../staff/groups-question.tsx'
import type { Asked } from './asked.ts'
import type { Opening } from './adding.tsx'
import { Chip } from './Chip.tsx'
import { whoseQuery } from './closed-tickets-questions.tsx'

type Props = { readonly asked: Asked; readonly onChange: (changed: Asked) => void; readonly opening: Opening }

/** Whose it was when it closed: a group's, or one person's. */
export const WhoChip = ({ asked, onChange, opening }: Props) => {
  const { t } = useWords()
  const { group, member } = asked
  const { data: groups } = useQuery(groupsQuery)
  const named = member
    ? groups?.flatMap(({ members }) => members).find(({ id }) => id === member)
    : groups?.find(({ id }) => id === group)
  // who left is in no group any more
  const { data: left } = useQuery({
    ...whoseQuery('member', { id: member }),
    enabled: Boolean(member && groups && !named),
  })
  const name = named?.name ?? left?.find(({ id }) => id === member)?.name
  const holds = Boolean(member || group)
  return (
    <Chip
      {...opening}
      label={t('closedTickets:who.label')}
      value={holds ? (name ?? '…') : t('closedTickets:who.everybody')}
      onClear={holds ? () => onChange(everybody) : undefined}
    >
      {(close) => (
        <Choosing
          asked={asked}
          onPick={(picked) => {
            close()
            onChange({ ...everybody, ...picked })
          }}
        />
      )}
    </Chip>
  )
}

const everybody = { group: '', member: '' }

type ChoosingProps = Pick<Props, 'asked'> & { readonly onPick: (picked: Asked) => void }

const Choosing = ({ asked: { group, member }, onPick }: ChoosingProps) => {
  const { t } = useWords()
  const [typed, type] = useState('')
  const search = useDeferredValue(typed.trim())
  const { data: groups = [] } = useQuery(groupsQuery)
  const { data: had = [] } = useQuery({ ...whoseQuery('member', { search }), placeholderData: keepPreviousData })
  const members = membersOf(groups)
  const formerly = had.filter(({ id }) => !members.some((each) => each.id === id))
  return (
    <PickList
      label={t('closedTickets:who.label')}
      placeholder={t('incoming:filterFind')}
      nothing={t('incoming:filterNothing')}
      sections={[
        { key: 'all', options: [{ key: 'all', label: t('closedTickets:who.everybody') }] },
        {
          key: 'groups',
          label: t('glossary:field.group'),
          options: groups.map(({ id, name }) => ({ key: `group ${id}`, label: name })),
        },
        {
          key: 'members',
          label: t('glossary:field.member'),
          options: members.map(({ id, name }) => ({ key: `member ${id}`, label: name })),
        },
        {
          key: 'formerly',
          label: t('closedTickets:who.formerly'),
          // the server has found them, by more than their names
          options: formerly.map(({ id, name }) => ({ key: `member ${id}`, label: name, also: typed })),
        },
      ]}
      chosen={member ? `member ${member}` : group ? `group ${group}` : 'all'}
      onWords={type}
      onPick={(key) => {
        const [kind, id = ''] = key.split(' ')
        onPick(kind === 'all' ? {} : { [kind as 'group' | 'member']: id })
      }}
    />
  )
}
