import type { ReactNode } from 'react'
import { ScaleCell } from '../../fields/scale/ScaleCell.tsx'
import type { ClosedTicket, Sort } from '../../queries/closed-tickets/closed-tickets.ts'
import { dayIn } from '../../statistics/day.ts'
import { Avatar, Link, StatusGlyph, UserText } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { shortDay, shortTime } from '../look-back/days.ts'
import { useSession } from '../session.tsx'
import styles from './ClosedTickets.module.css'

type Props = {
  readonly tickets: readonly ClosedTicket[]
  readonly sort: string | undefined
  readonly onSort: (sort: Sort) => void
}

export const Table = ({ tickets, sort = '-closedAt', onSort }: Props) => {
  const { t } = useWords()
  const order = { sort, onSort }
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <SortedHead by="number" {...order} className={styles['number']}>
            {t('closedTickets:column.number')}
          </SortedHead>
          <th scope="col">{t('closedTickets:column.title')}</th>
          <th scope="col" className={styles['customer']}>
            {t('closedTickets:column.customer')}
          </th>
          <th scope="col" className={styles['assignee']}>
            {t('closedTickets:column.assignee')}
          </th>
          <SortedHead by="closedAt" {...order} className={styles['closed']}>
            {t('closedTickets:column.closed')}
          </SortedHead>
          <th scope="col" className={styles['ended']}>
            {t('closedTickets:column.ended')}
          </th>
          <SortedHead by="score" {...order} className={styles['rating']}>
            {t('closedTickets:column.rating')}
          </SortedHead>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <Row key={`${ticket.number}-${ticket.seq}`} ticket={ticket} />
        ))}
      </tbody>
    </table>
  )
}

type HeadProps = Required<Pick<Props, 'onSort'>> & {
  readonly by: 'number' | 'closedAt' | 'score'
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

const Row = ({ ticket }: { readonly ticket: ClosedTicket }) => {
  const { t, format } = useWords()
  const { me, read, label } = useSession()
  const { number, assignee, closedAt, ended, reopenedAt, score } = ticket
  const title = read(ticket.title)
  return (
    <tr>
      <td className={styles['number']}>
        <bdi>{label(number)}</bdi>
      </td>
      <td className={styles['titleCell']}>
        <span>
          <StatusGlyph status={ended === 'duplicate' ? 'duplicate' : 'closed'} size={15} />
          <Link href={`/incoming/${number}`} className={styles['open']}>
            <UserText lang={title.language} dir={title.dir} form="line">
              {title.text}
            </UserText>
          </Link>
        </span>
      </td>
      <td className={styles['customer']}>
        <bdi>{ticket.customer.name}</bdi>
      </td>
      <td className={styles['assignee']}>
        <span className={styles['who']}>
          {assignee.member && <Avatar name={assignee.member.name} size="s" ours />}
          <bdi>{(assignee.member ?? assignee.group).name}</bdi>
        </span>
      </td>
      <td className={styles['closed']}>
        <ClosedAt at={closedAt} />
      </td>
      <td className={styles['ended']}>
        {reopenedAt
          ? t('closedTickets:reopenedOn', { day: shortDay(format.locale, dayIn(me.timeZone, new Date(reopenedAt))) })
          : t(`closedTickets:ended.${ended}`)}
      </td>
      <td className={styles['rating']}>
        <Rating score={score} />
      </td>
    </tr>
  )
}

/** To the minute, where there is room for it. */
const ClosedAt = ({ at }: { readonly at: string }) => {
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
  const word = t.maybe('rating', `score.${score}`) ?? ''
  return <ScaleCell value={score} label={t.plain('rating:spoken', { score, max: 5, word })} size={13} />
}
