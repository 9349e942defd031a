import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, IconButton, NewPill, PickList, Popover } from '../../web/ui/index.ts'
import type { PickSection } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { CustomFilter, useCustomWords } from '../added-fields/CustomFilter.tsx'
import { customAskedIn } from '../added-fields/custom-asked.ts'
import { groupsQuery, membersOf } from '../staff/groups-question.tsx'
import { WordsBox } from '../staff/WordsBox.tsx'
import { isFiltered } from './asked.ts'
import type { Asked } from './asked.ts'
import styles from './IncomingRequests.module.css'

type Props = {
  readonly asked: Asked
  readonly count: string | undefined
  readonly arrived: number
  readonly gone: number
  readonly onShowAll: () => void
  readonly onChoose: (() => void) | undefined
  readonly onFilter: (filter: Partial<Pick<Asked, 'words' | 'group' | 'member' | 'custom'>>) => void
}

export const ListHead = ({ asked, count, arrived, gone, onShowAll, onChoose, onFilter }: Props) => {
  const { t } = useWords()
  return (
    <header className={styles['head']}>
      <div className={styles['headLine']}>
        <h1 className={styles['queue']}>{t(`glossary:queue.${asked.queue}`)}</h1>
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
  onPick: (filter: { group: string; member: string }) => void
}) => {
  const { t } = useWords()
  const { data: groups = [] } = useQuery(groupsQuery)
  const sections: PickSection[] = [
    { key: 'all', options: [{ key: 'all', label: t('incoming:anybody') }] },
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
  const chosen = asked.member ? `member ${asked.member}` : asked.group ? `group ${asked.group}` : 'all'
  return (
    <PickList
      label={t('incoming:filterBy')}
      placeholder={t('incoming:filterFind')}
      nothing={t('incoming:filterNothing')}
      sections={sections}
      chosen={chosen}
      onPick={(key) => {
        const [kind, id = ''] = key.split(' ')
        onPick({ group: kind === 'group' ? id : '', member: kind === 'member' ? id : '' })
      }}
    />
  )
}

/** Added fields that are asked for, each to be pressed away. */
const ChosenFields = ({ asked, onFilter }: Pick<Props, 'asked' | 'onFilter'>) => {
  const { t } = useWords()
  return useCustomWords(asked.custom).map(({ name, label, said }) => (
    <div key={name} className={styles['chosen']}>
      <span className="dim">{label}</span>
      <bdi className="cut">{said}</bdi>
      <Button kind="text" onClick={() => onFilter({ custom: customAskedIn({ ...asked.custom, [name]: '' }) })}>
        {t('incoming:clear')}
      </Button>
    </div>
  ))
}

/** The filter that holds, as a word to press away. */
const Chosen = ({ asked, onFilter }: Pick<Props, 'asked' | 'onFilter'>) => {
  const { t } = useWords()
  const { data: groups = [] } = useQuery(groupsQuery)
  const name = asked.member
    ? membersOf(groups).find(({ id }) => id === asked.member)?.name
    : groups.find(({ id }) => id === asked.group)?.name
  return (
    <div className={styles['chosen']}>
      <span className="dim">{asked.member ? t('glossary:field.member') : t('glossary:field.group')}</span>
      <bdi className="cut">{name ?? '…'}</bdi>
      {isFiltered(asked) && (
        <Button kind="text" onClick={() => onFilter({ group: '', member: '' })}>
          {t('incoming:clear')}
        </Button>
      )}
    </div>
  )
}
