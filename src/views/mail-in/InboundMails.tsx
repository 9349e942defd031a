import { useInfiniteQuery } from '@tanstack/react-query'
import { EmptyState, Page, Pill, Segmented, SkeletonRows, UserText } from '../../web/ui/index.ts'
import { classes } from '../../web/ui/classes.ts'
import { pageAddress } from '../../web/page-address.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { useGo, useLeave, useQueryOfAddress } from '../staff/address.tsx'
import { Failed } from '../staff/Failed.tsx'
import { useNow } from '../staff/now.tsx'
import { ShowMore } from '../staff/ShowMore.tsx'
import { when } from '../ticket/staff/when.ts'
import { InboundDrawer } from './InboundDrawer.tsx'
import { becameOf, inboundQuery, toneOf, withoutSubject } from './mail-in-questions.tsx'
import type { InboundLine, Which } from './mail-in-questions.tsx'
import { whyOf } from './why.ts'
import list from '../staff/mail-list.module.css'
import styles from './MailIn.module.css'

const whiches: readonly Which[] = ['waiting', 'broken', 'all']

/** Every mail that came in, with what became of it and why; first those that wait for somebody to look. */
export const InboundMails = () => {
  const { t } = useWords()
  const { settings } = useSession()
  usePageTitle(t('mailIn:title'), settings.organisation)
  const asked = useQueryOfAddress()
  const which = whiches.find((each) => each === asked['which']) ?? 'waiting'
  const mail = typeof asked['mail'] === 'string' ? asked['mail'] : undefined
  const go = useGo()
  const leave = useLeave()
  const address = pageAddress('/mails', { which })
  const close = () => leave(address, (one) => one === address || (one === '/mails' && which === 'waiting'))
  const query = useInfiniteQuery(inboundQuery(which))
  const mails = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Page
      title={t('mailIn:title')}
      under={
        <div className={styles['tools']}>
          <Segmented
            label={t('mailIn:which')}
            value={which}
            onChange={(next) => go('/mails', { which: next })}
            options={whiches.map((value) => ({ value, label: t(`mailIn:${value}`) }))}
          />
        </div>
      }
    >
      {query.isPending && <SkeletonRows shape="table" rows={10} label={t('mailIn:loading')} />}
      {query.isError && !query.data && (
        <Failed title={t('mailIn:failedToLoad')} problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && mails.length === 0 && <Nothing which={which} />}
      {mails.length > 0 && (
        <ul className={list['mails']}>
          {mails.map((each) => (
            <li key={each.id}>
              <Line mail={each} onOpen={() => go('/mails', { which, mail: each.id })} />
            </li>
          ))}
        </ul>
      )}
      <ShowMore query={query} label={t('mailIn:more')} />
      <InboundDrawer id={mail} onClose={close} />
    </Page>
  )
}

const Nothing = ({ which }: { readonly which: Which }) => {
  const { t } = useWords()
  const [title, text] = {
    waiting: [t('mailIn:noneWaiting'), t('mailIn:noneWaitingText')],
    broken: [t('mailIn:noneBroken'), t('mailIn:noneBrokenText')],
    all: [t('mailIn:none'), t('mailIn:noneText')],
  }[which] as [string, string]
  return (
    <EmptyState mood={which === 'all' ? 'nothing' : 'done'} title={title}>
      {text}
    </EmptyState>
  )
}

const Line = ({ mail, onOpen }: { readonly mail: InboundLine; readonly onOpen: () => void }) => {
  const { t, format } = useWords()
  const { label } = useSession()
  const now = useNow()
  const became = becameOf(mail)
  const why = whyOf(mail, t) || mail.lastError
  return (
    <button type="button" className={classes(list['mail'], styles['mail'])} onClick={onOpen}>
      <span className={styles['what']}>
        <span className={styles['subject']}>
          {mail.subject ? (
            <UserText form="line">{mail.subject}</UserText>
          ) : (
            <span className="dim">{t(withoutSubject(mail))}</span>
          )}
        </span>
        {why && <span className={styles['why']}>{why}</span>}
      </span>
      <span className={classes(list['who'], styles['from'])}>
        {mail.from ? (
          <bdi>{mail.from.name || mail.from.address}</bdi>
        ) : (
          <span className="dim">{t('mailIn:nobody')}</span>
        )}
      </span>
      <span className={styles['became']}>
        <Pill tone={toneOf(became)}>{t(`mailIn:decision.${became}`)}</Pill>
        {mail.ticket !== null && <bdi className={styles['number']}>{label(mail.ticket)}</bdi>}
      </span>
      <time className={list['at']} dateTime={mail.receivedAt}>
        {when(t, format, mail.receivedAt, now)}
      </time>
    </button>
  )
}
