import { MultilingualTextCell } from '../../fields/multilingual-text/MultilingualTextCell.tsx'
import { SequentialCell } from '../../fields/sequential/SequentialCell.tsx'
import type { MyTicket } from '../../queries/my-tickets/my-tickets.ts'
import { Icon, Link, StatusGlyph } from '../../web/ui/index.ts'
import { ago } from '../../words/age.ts'
import type { Translate } from '../../words/key.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { useNow } from '../staff/now.tsx'
import { useIsOwn } from '../ticket/customer/own.tsx'
import styles from './MyTickets.module.css'

type Props = {
  readonly ticket: MyTicket
  /** Whose it is stands in it, where not all are one's own. */
  readonly named: boolean
}

export const Row = ({ ticket, named }: Props) => {
  const { t, format } = useWords()
  const { read, label } = useSession()
  const now = useNow()
  const isOwn = useIsOwn(ticket)
  const { number, customer, title, status, asks, activityAt, rated, mayRate } = ticket
  return (
    <Link href={`/tickets/${number}`} className={styles['row']} data-turn={asks || undefined}>
      <StatusGlyph status={status} size={18} />
      <span className={styles['text']}>
        <MultilingualTextCell value={read(title)} form="block" />
        <span className={styles['under']}>
          <span className={styles['state']}>{stateOf(ticket, isOwn, t)}</span>
          {named && (
            // the dot stands on the page's side of a name, whichever way the name runs
            <span>
              <bdi>{customer.name}</bdi>
            </span>
          )}
          <span>
            <SequentialCell shown={label(number)} />
          </span>
          <time dateTime={activityAt} title={format.dateTime(activityAt)}>
            {ago(t, format, activityAt, now)}
          </time>
          {mayRate && !rated && <span className={styles['rate']}>{t('myTickets:rate')}</span>}
        </span>
      </span>
      <Icon name="forward" size={14} />
    </Link>
  )
}

const stateOf = ({ status, asks }: MyTicket, isOwn: boolean, t: Translate): string => {
  if (status === 'responded' && !isOwn) return t('customerTicket:ofColleague.responded')
  return asks ? t('myTickets:answerReady') : t(`customerGlossary:status.${status}`)
}
