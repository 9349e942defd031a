import { useQuery } from '@tanstack/react-query'
import type { LookAlike } from '../../../queries/look-alikes/look-alikes.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Link, StatusGlyph, UserText } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { lookAlikesQuery } from '../ticket-questions.tsx'
import styles from './LookAlikes.module.css'

/** Other tickets that may be about the same, each with the reason: beside the fields, to be opened. */
export const LookAlikes = ({ ticket }: { readonly ticket: Pick<PresentedTicket, 'number'> }) => {
  const { t } = useWords()
  const { data: alikes = [] } = useQuery(lookAlikesQuery(ticket.number))
  if (alikes.length === 0) return null
  return (
    <section className={styles['alikes']} aria-label={t('staffTicket:alike.title')}>
      <h2 className={styles['heading']}>{t('staffTicket:alike.title')}</h2>
      {alikes.map((alike) => (
        <Alike key={alike.number} alike={alike} href={`/tickets/${alike.number}`} />
      ))}
    </section>
  )
}

type ChoicesProps = { readonly number: number; readonly onChoose: (number: number) => void }

/** The same as what an original can be chosen from: not those that have one themselves, which would be refused. */
export const LookAlikeChoices = ({ number, onChoose }: ChoicesProps) => {
  const { t } = useWords()
  const { data = [] } = useQuery(lookAlikesQuery(number))
  const alikes = data.filter(({ status }) => status !== 'duplicate')
  if (alikes.length === 0) return null
  return (
    <div className={styles['alikes']} role="group" aria-label={t('staffTicket:alike.title')}>
      <span className={styles['heading']}>{t('staffTicket:alike.title')}</span>
      {alikes.map((alike) => (
        <button key={alike.number} type="button" className={styles['choice']} onClick={() => onChoose(alike.number)}>
          <Alike alike={alike} />
        </button>
      ))}
    </div>
  )
}

const Alike = ({ alike, href }: { readonly alike: LookAlike; readonly href?: string }) => {
  const { t, format } = useWords()
  const { read, label } = useSession()
  const title = read(alike.title)
  const text = (
    <UserText form="block" lang={title.language} dir={title.dir}>
      {title.text}
    </UserText>
  )
  return (
    <span className={styles['alike']}>
      <StatusGlyph status={alike.status} label={t(`glossary:status.${alike.status}`)} size={14} />
      <span className={styles['text']}>
        {href ? <Link href={href}>{text}</Link> : text}
        <span className="dim">
          <bdi className="together">{label(alike.number)}</bdi> · <bdi>{alike.customer.name}</bdi> ·{' '}
          {format.date(alike.openedAt)}
        </span>
        <span className="dim">
          {alike.sameCustomer && <>{t('staffTicket:alike.sameCustomer')} · </>}
          {t('staffTicket:alike.words', { words: format.list(alike.words) })}
        </span>
      </span>
    </span>
  )
}
