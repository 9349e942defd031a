import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { MultilingualTextCell } from '../../fields/multilingual-text/MultilingualTextCell.tsx'
import { Link, StatusGlyph } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { myTicketsQuery } from '../my-tickets/my-tickets-question.tsx'
import { useSession } from '../session.tsx'
import { looksAlike } from './looks-alike.ts'
import styles from './TicketRequest.module.css'

/** While they write: their own open requests that look like this one. */
export const Similar = ({ written }: { readonly written: string }) => {
  const { t } = useWords()
  const { read, label, may } = useSession()
  const { data } = useInfiniteQuery({ ...myTicketsQuery, enabled: may('ticket.seeOwn') })
  const own = data?.pages.flatMap(({ items }) => items) ?? []
  const alike = looksAlike(useDeferredValue(written), own)
  if (alike.length === 0) return null
  return (
    <section className={styles['similar']} aria-label={t('ticketRequest:similar')}>
      <h2 className={styles['asideTitle']}>{t('ticketRequest:similar')}</h2>
      {alike.map(({ number, title, status }) => (
        <div key={number} className={styles['alike']}>
          <StatusGlyph status={status} size={16} />
          <div className={styles['alikeText']}>
            <MultilingualTextCell value={read(title)} form="block" />
            <span className="dim">
              <bdi className="together">{label(number)}</bdi> · {t(`customerGlossary:status.${status}`)}
            </span>
            <Link href={`/tickets/${number}`}>{t('ticketRequest:addToIt')}</Link>
          </div>
        </div>
      ))}
    </section>
  )
}
