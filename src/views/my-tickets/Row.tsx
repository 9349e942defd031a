import { MultilingualTextCell } from '../../fields/multilingual-text/MultilingualTextCell.tsx'
import { SequentialCell } from '../../fields/sequential/SequentialCell.tsx'
import type { MyTicket } from '../../queries/my-tickets/my-tickets.ts'
import { Icon, Link, StatusGlyph } from '../../web/ui/index.ts'
import { ago } from '../../words/age.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { useNow } from '../staff/now.tsx'
import styles from './MyTickets.module.css'

export const Row = ({ ticket }: { readonly ticket: MyTicket }) => {
  const { t, format } = useWords()
  const { read, label } = useSession()
  const now = useNow()
  const { number, title, status, waiting, activityAt, rated, mayRate } = ticket
  const isTurn = waiting.for === 'customer'
  return (
    <Link href={`/tickets/${number}`} className={styles['row']} data-turn={isTurn || undefined}>
      <StatusGlyph status={status} size={18} />
      <span className={styles['text']}>
        <MultilingualTextCell value={read(title)} form="block" />
        <span className={styles['under']}>
          <span className={styles['state']}>
            {isTurn ? t('myTickets:answerReady') : t(`customerGlossary:status.${status}`)}
          </span>
          <span aria-hidden>·</span>
          <SequentialCell shown={label(number)} />
          <span aria-hidden>·</span>
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
