import { memo } from 'react'
import type { KeyboardEvent } from 'react'
import type { IncomingItem } from '../../queries/incoming-requests/incoming-requests.ts'
import { age } from '../../words/age.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { classes } from '../../web/ui/classes.ts'
import { Age, Avatar, StatusGlyph, UserText } from '../../web/ui/index.ts'
import { useSession } from '../session.tsx'
import type { SteadyRow } from './steady-rows.ts'
import { waitingGroupOf } from './waiting-groups.ts'
import styles from './Row.module.css'

type Props = {
  readonly row: SteadyRow
  readonly label: string
  readonly now: number
  readonly rowIndex: number
  readonly selected: boolean
  readonly focusable: boolean
  /** One of several that something is to be done with. */
  readonly chosen: boolean
  readonly choosing: boolean
  readonly onChoose: (number: number, upTo: boolean) => void
  readonly onOpen: (number: number) => void
  readonly onHover: (number: number) => void
  readonly onFocus: (number: number) => void
}

/** Two lines: what it is about and how long it waits; whose it is, and who has it. */
export const Row = memo((props: Props) => {
  const { row, label, now, rowIndex, selected, focusable, chosen, choosing, onChoose, onOpen, onHover, onFocus } = props
  const { t, format } = useWords()
  const { item, gone } = row
  const { read } = useSession()
  const title = read(item.title)
  const group = waitingGroupOf(item.waiting.since, now)
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
      className={styles['row']}
      data-number={item.number}
      data-gone={gone || undefined}
      data-new={isNew(item, group) || undefined}
      data-chosen={chosen || undefined}
      data-choosing={choosing || undefined}
      onClick={(event) => (choosing && event.shiftKey ? onChoose(item.number, true) : onOpen(item.number))}
      onPointerEnter={() => onHover(item.number)}
      onFocus={() => onFocus(item.number)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
        event.preventDefault()
        onOpen(item.number)
      }}
    >
      <span role="gridcell" className={styles['glyph']}>
        <StatusGlyph status={item.status} label={t(`glossary:status.${item.status}`)} />
        <label className={styles['box']} onClick={(event) => event.stopPropagation()}>
          <input
            type="checkbox"
            tabIndex={focusable ? 0 : -1}
            aria-label={t('many:box', { number: label })}
            checked={chosen}
            onChange={(event) => onChoose(item.number, (event.nativeEvent as MouseEvent).shiftKey)}
          />
        </label>
      </span>
      <span role="gridcell" className={styles['title']}>
        <UserText form="line" lang={title.language} dir={title.dir}>
          {title.text}
        </UserText>
      </span>
      <span role="gridcell" className={styles['age']}>
        <Age
          pressing={gone ? 'fresh' : group}
          dateTime={item.waiting.since}
          title={`${t(`glossary:waiting.${item.waiting.for}`)}, ${format.dateTime(item.waiting.since)}`}
        >
          {age(t, now - Date.parse(item.waiting.since))}
        </Age>
      </span>
      <span role="gridcell" className={styles['second']}>
        <bdi className={styles['news']}>{label}</bdi>
        <span>·</span>
        <UserText form="line">{item.customer.name}</UserText>
        <span>·</span>
        <UserText form="line">{item.assignee.group.name}</UserText>
        {item.answered && <b className={classes(styles['news'], styles['answered'])}>· {t('incoming:answered')}</b>}
        {gone && <span className={styles['news']}>· {t('incoming:gone')}</span>}
      </span>
      <span role="gridcell" className={styles['who']}>
        <Avatar name={item.assignee.member?.name} size="s" label={item.assignee.member?.name ?? t('incoming:nobody')} />
      </span>
    </div>
  )
})

/** Nobody has looked at it yet, or its customer has just answered. */
const isNew = (item: IncomingItem, group: string): boolean =>
  item.answered || (item.status === 'open' && item.assignee.member === null && group === 'fresh')
