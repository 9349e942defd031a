import type { CSSProperties, ReactNode } from 'react'
import { ScaleCell } from '../../fields/scale/ScaleCell.tsx'
import { usualSort, type ClosedTicket, type Sort } from '../../queries/closed-tickets/closed-tickets.ts'
import { dayIn } from '../../statistics/day.ts'
import { duration } from '../../statistics/duration.ts'
import { Avatar, Link, StatusGlyph } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { shortDay, shortTime } from '../look-back/days.ts'
import { CustomCell } from '../added-fields/CustomCell.tsx'
import { useSession } from '../session.tsx'
import { spokenStars } from '../star-words.tsx'
import { isCustom, keyOf } from './columns.ts'
import type { BuiltInColumn, Column } from './columns.ts'
import { Found } from './Found.tsx'
import type { ShownColumns } from './shown-columns.tsx'
import styles from './Table.module.css'

type Props = {
  readonly tickets: readonly ClosedTicket[]
  readonly columns: readonly Column[]
  readonly fields: ShownColumns['fields']
  readonly sort: string | undefined
  readonly onSort: (sort: Sort) => void
  /** The one that is read beside the list. */
  readonly chosen: number | undefined
  readonly addressOf: (number: number) => string
}

const sorted = { number: 'number', opened: 'openedAt', closed: 'closedAt', rating: 'score' } as const
type Sorted = keyof typeof sorted

export const Table = ({ tickets, columns, fields, sort = usualSort, onSort, chosen, addressOf }: Props) => {
  const { t } = useWords()
  const { read } = useSession()
  const own = columns.filter(isCustom).length
  return (
    <table className={styles['table']} data-own={own || undefined} style={withOwn(own)}>
      <thead>
        <tr>
          {columns.map((column) => {
            if (isCustom(column)) {
              const { text, language } = read(fields.get(column)!.label)
              return (
                <th key={column} scope="col" className={styles['custom']} title={text}>
                  <bdi lang={language}>{text}</bdi>
                </th>
              )
            }
            const name = t(`closedTickets:column.${column}`)
            if (!(column in sorted))
              return (
                <th key={column} scope="col" className={styles[column]}>
                  {name}
                </th>
              )
            const by = sorted[column as Sorted]
            return (
              <SortedHead key={column} by={by} sort={sort} onSort={onSort} className={styles[column]}>
                {name}
              </SortedHead>
            )
          })}
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <Row
            key={`${ticket.number}-${ticket.seq}`}
            ticket={ticket}
            columns={columns}
            fields={fields}
            chosen={ticket.number === chosen}
            replaces={chosen !== undefined}
            href={addressOf(ticket.number)}
          />
        ))}
      </tbody>
    </table>
  )
}

/** For the style sheet, which gives each its room. */
const withOwn = (own: number): CSSProperties & Record<'--own', number> => ({ '--own': own })

type HeadProps = Required<Pick<Props, 'onSort'>> & {
  readonly by: (typeof sorted)[Sorted]
  readonly sort: string
  readonly className: string | undefined
  readonly children: ReactNode
}

/** The highest first, then the lowest. */
const SortedHead = ({ by, sort, onSort, className, children }: HeadProps) => {
  const order = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : undefined
  return (
    <th scope="col" className={className} aria-sort={order}>
      <button type="button" onClick={() => onSort(order === 'descending' ? by : `-${by}`)}>
        {children}
        <span aria-hidden>{order && (order === 'descending' ? '↓' : '↑')}</span>
      </button>
    </th>
  )
}

type RowProps = {
  readonly ticket: ClosedTicket
  readonly columns: readonly Column[]
  readonly fields: Props['fields']
  readonly chosen: boolean
  /** Another one is open: from one to the next is no step to go back by. */
  readonly replaces: boolean
  readonly href: string
}

const Row = ({ ticket, columns, fields, chosen, replaces, href }: RowProps) => (
  <tr data-number={ticket.number} aria-current={chosen || undefined} ref={chosen ? bringIntoSight : undefined}>
    {columns.map((column) =>
      isCustom(column) ? (
        <td key={column} className={styles['custom']}>
          <CustomCell field={fields.get(column)!} value={ticket.custom[keyOf(column)]} />
        </td>
      ) : (
        <td key={column} className={styles[column]}>
          {column === 'title' ? (
            <Title ticket={ticket} replaces={replaces} href={href} />
          ) : (
            <Cell column={column} ticket={ticket} />
          )}
        </td>
      ),
    )}
  </tr>
)

/** What the keys chose may lie below the edge. After the router has put the list back to where it was scrolled to. */
const bringIntoSight = (row: HTMLTableRowElement | null): void => {
  if (row) requestAnimationFrame(() => row.scrollIntoView({ block: 'nearest' }))
}

const Title = ({ ticket: { title, ended, found }, replaces, href }: Pick<RowProps, 'ticket' | 'replaces' | 'href'>) => {
  const { read } = useSession()
  const shown = read(title)
  return (
    <span className={styles['titled']}>
      <StatusGlyph status={ended === 'duplicate' ? 'duplicate' : 'closed'} size={15} />
      <Link href={href} replace={replaces} className={styles['open']}>
        <Found title={shown} found={found} />
      </Link>
    </span>
  )
}

const Cell = ({
  column,
  ticket,
}: {
  readonly column: Exclude<BuiltInColumn, 'title'>
  readonly ticket: ClosedTicket
}) => {
  const { t, format } = useWords()
  const { me, label } = useSession()
  const { assignee, ended, reopenedAt } = ticket
  switch (column) {
    case 'number':
      return <bdi className="together">{label(ticket.number)}</bdi>
    case 'customer':
      return <bdi className={styles['name']}>{ticket.customer.name}</bdi>
    case 'assignee':
      return (
        <span className={styles['who']}>
          {assignee.member && <Avatar name={assignee.member.name} size="s" ours />}
          <bdi>{(assignee.member ?? assignee.group).name}</bdi>
        </span>
      )
    case 'opened':
      return <At at={ticket.openedAt} />
    case 'closed':
      return <At at={ticket.closedAt} />
    case 'took':
      return duration(t, (Date.parse(ticket.closedAt) - Date.parse(ticket.openedAt)) / 1000)
    case 'ended':
      return reopenedAt
        ? t('closedTickets:reopenedOn', { day: shortDay(format.locale, dayIn(me.timeZone, new Date(reopenedAt))) })
        : t(`closedTickets:ended.${ended}`)
    case 'rating':
      return <Rating score={ticket.score} />
  }
}

/** To the minute, where there is room for it. */
const At = ({ at }: { readonly at: string }) => {
  const { format } = useWords()
  const { me } = useSession()
  return (
    <time dateTime={at} title={format.dateTime(at)}>
      <span className={styles['wide']}>{shortTime(format.locale, me.timeZone, at)}</span>
      <span className={styles['narrow']}>{shortDay(format.locale, dayIn(me.timeZone, new Date(at)))}</span>
    </time>
  )
}

const Rating = ({ score }: { readonly score: number | null }) => {
  const { t } = useWords()
  if (score === null) return <span className={styles['unrated']}>{t('closedTickets:rating.none')}</span>
  return <ScaleCell value={score} label={spokenStars(t, score)} size={13} />
}
