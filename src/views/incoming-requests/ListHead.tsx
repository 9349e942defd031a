import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { IconButton, NewPill, PickList, Popover } from '../../web/ui/index.ts'
import type { PickSection } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { CustomFilter, useCustomWords } from '../added-fields/CustomFilter.tsx'
import { customAskedIn } from '../added-fields/custom-asked.ts'
import { groupsQuery, membersOf } from '../staff/groups-question.tsx'
import { WordsBox } from '../staff/WordsBox.tsx'
import { holding } from './asked.ts'
import type { Asked } from './asked.ts'
import styles from './IncomingRequests.module.css'

type Props = {
  readonly asked: Asked
  readonly count: string | undefined
  /** What one asked for came to, for whoever does not see it. */
  readonly said: string | undefined
  readonly arrived: number
  readonly gone: number
  readonly onShowAll: () => void
  readonly onChoose: (() => void) | undefined
  readonly onFilter: (filter: Partial<Pick<Asked, 'words' | 'group' | 'member' | 'waiting' | 'custom'>>) => void
}

export const ListHead = ({ asked, count, said, arrived, gone, onShowAll, onChoose, onFilter }: Props) => {
  const { t } = useWords()
  return (
    <header className={styles['head']}>
      <div className={styles['headLine']}>
        <h1 className={styles['queue']}>{t(`glossary:queue.${asked.queue}`)}</h1>
        <span role="status" className="sr-only">
          {arrived > 0 ? t('plurals:new', { count: arrived }) : said}
        </span>
        {count && <span className={styles['count']}>{count}</span>}
        {arrived > 0 && <NewPill onShow={onShowAll}>{t('plurals:new', { count: arrived })}</NewPill>}
        <span className={styles['space']} />
        {arrived === 0 && gone > 0 && <IconButton icon="refresh" label={t('incoming:asItIsNow')} onClick={onShowAll} />}
        {onChoose && <IconButton icon="checkList" label={t('many:several')} onClick={onChoose} />}
        <Filter asked={asked} onFilter={onFilter} />
        <CustomFilter
          align="end"
          asked={asked.custom}
          onChange={(changed) => onFilter({ custom: customAskedIn({ ...asked.custom, ...changed }) })}
          anchor={(anchor) => <IconButton {...anchor} icon="tag" label={t('addedFields:filter')} />}
        />
      </div>
      <WordsBox label={t('incoming:search')} words={asked.words} onWords={(words) => onFilter({ words })} />
      {(asked.group || asked.member) && <Chosen asked={asked} onFilter={onFilter} />}
      {asked.waiting && (
        <Held
          name={t('glossary:field.waiting')}
          value={t(`incoming:waitingFor.${asked.waiting}`)}
          onAway={() => onFilter({ waiting: '' })}
        />
      )}
      <ChosenFields asked={asked} onFilter={onFilter} />
    </header>
  )
}

const Filter = ({ asked, onFilter }: Pick<Props, 'asked' | 'onFilter'>) => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpen={setOpen}
      align="end"
      label={t('incoming:filterBy')}
      anchor={(anchor) => <IconButton {...anchor} icon="filter" label={t('incoming:filterBy')} />}
    >
      <FilterList
        asked={asked}
        onPick={(filter) => {
          setOpen(false)
          onFilter(filter)
        }}
      />
    </Popover>
  )
}

const FilterList = ({
  asked,
  onPick,
}: {
  asked: Asked
  onPick: (filter: Partial<Pick<Asked, 'group' | 'member' | 'waiting'>>) => void
}) => {
  const { t } = useWords()
  const { data: groups = [] } = useQuery(groupsQuery)
  const sections: PickSection[] = [
    { key: 'all', options: [{ key: 'all', label: t('incoming:anybody') }] },
    {
      key: 'waiting',
      label: t('glossary:field.waiting'),
      options: holding.map((each) => ({ key: `waiting ${each}`, label: t(`incoming:waitingFor.${each}`) })),
    },
    {
      key: 'groups',
      label: t('glossary:field.group'),
      options: groups.map(({ id, name }) => ({ key: `group ${id}`, label: name })),
    },
    {
      key: 'members',
      label: t('glossary:field.member'),
      options: membersOf(groups).map(({ id, name }) => ({ key: `member ${id}`, label: name })),
    },
  ]
  const kind = (['member', 'group', 'waiting'] as const).find((each) => asked[each])
  return (
    <PickList
      label={t('incoming:filterBy')}
      placeholder={t('incoming:filterFind')}
      nothing={t('incoming:filterNothing')}
      sections={sections}
      chosen={kind ? `${kind} ${asked[kind]}` : 'all'}
      onPick={(key) => {
        const [picked, id = ''] = key.split(' ')
        const waiting = picked === 'waiting' && holding.find((each) => each === id)
        if (waiting) onPick({ waiting })
        else
          onPick({
            group: picked === 'group' ? id : '',
            member: picked === 'member' ? id : '',
            ...(picked === 'all' && { waiting: '' }),
          })
      }}
    />
  )
}

/** Added fields that are asked for, each to be pressed away. */
const ChosenFields = ({ asked, onFilter }: Pick<Props, 'asked' | 'onFilter'>) => {
  return useCustomWords(asked.custom).map(({ name, label, said }) => (
    <Held
      key={name}
      name={label}
      value={said}
      onAway={() => onFilter({ custom: customAskedIn({ ...asked.custom, [name]: '' }) })}
    />
  ))
}

/** The group or member that is asked for. */
const Chosen = ({ asked, onFilter }: Pick<Props, 'asked' | 'onFilter'>) => {
  const { t } = useWords()
  const { data: groups = [] } = useQuery(groupsQuery)
  const name = asked.member
    ? membersOf(groups).find(({ id }) => id === asked.member)?.name
    : groups.find(({ id }) => id === asked.group)?.name
  return (
    <Held
      name={asked.member ? t('glossary:field.member') : t('glossary:field.group')}
      value={name ?? '…'}
      onAway={() => onFilter({ group: '', member: '' })}
    />
  )
}

type HeldProps = { readonly name: string; readonly value: string; readonly onAway: () => void }

/** One filter that holds, to be taken away by itself: several may stand under each other. */
const Held = ({ name, value, onAway }: HeldProps) => {
  const { t } = useWords()
  return (
    <div className={styles['chosen']}>
      <span className="dim">{name}</span>
      <bdi className="cut">{value}</bdi>
      <IconButton icon="close" label={t('incoming:clearOne', { filter: `${name}: ${value}` })} onClick={onAway} />
    </div>
  )
}
