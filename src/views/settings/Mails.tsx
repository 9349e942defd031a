import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Banner, ButtonLink, EmptyState, Page, Segmented, SkeletonRows, UserText } from '../../web/ui/index.ts'
import { classes } from '../../web/ui/classes.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { Failed } from '../staff/Failed.tsx'
import { useNow } from '../staff/now.tsx'
import { ShowMore } from '../staff/ShowMore.tsx'
import { when } from '../ticket/staff/when.ts'
import { HeldMails } from './HeldMails.tsx'
import { MailDrawer } from './MailDrawer.tsx'
import { Untold } from './Untold.tsx'
import { MailStatePill } from './MailStatePill.tsx'
import { mailServerQuery } from './mail-server-question.tsx'
import { mailsQuery } from './mail-questions.tsx'
import type { MailLine } from './mail-questions.tsx'
import list from '../staff/mail-list.module.css'
import styles from './Mails.module.css'

type Which = 'all' | 'sent' | 'kept' | 'dead' | 'pending' | 'held'
const whiches: readonly Which[] = ['all', 'pending', 'sent', 'dead', 'kept', 'held']

/** What went out, what waits, what failed: nothing is lost silently. */
export const Mails = () => {
  const { t } = useWords()
  const { settings } = useSession()
  usePageTitle(t('administration:mail.title'), settings.organisation)
  const [which, setWhich] = useState<Which>('all')
  const [opened, open] = useState<string>()
  const query = useInfiniteQuery(mailsQuery(which === 'all' ? undefined : which))
  const { data: server } = useQuery(mailServerQuery)
  const goesNowhere = server?.source === 'none'
  const mails = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Page
      title={t('administration:mail.title')}
      actions={
        <ButtonLink icon="settings" href="/settings/mail/server">
          {t('settingsMail:server')}
        </ButtonLink>
      }
      under={
        <div className={styles['tools']}>
          <Segmented
            label={t('administration:mail.which')}
            value={which}
            onChange={setWhich}
            options={whiches.map((value) => ({
              value,
              label: value === 'all' ? t('administration:mail.all') : t(`administration:mail.state.${value}`),
            }))}
          />
          <HeldMails />
          <Untold />
          {goesNowhere && (
            <Banner tone="wait" icon="mail">
              {t('administration:mail.noServer')}
            </Banner>
          )}
        </div>
      }
    >
      {query.isPending && <SkeletonRows shape="table" rows={10} label={t('administration:mail.loading')} />}
      {query.isError && !query.data && (
        <Failed title={t('administration:mail.failed')} problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && mails.length === 0 && (
        <EmptyState
          mood="nothing"
          title={which === 'all' ? t('administration:mail.none') : t('administration:mail.noneOfKind')}
        >
          {t('administration:mail.noneText')}
        </EmptyState>
      )}
      {mails.length > 0 && (
        <ul className={list['mails']}>
          {mails.map((mail) => (
            <li key={mail.id}>
              <Line mail={mail} onOpen={() => open(mail.id)} />
            </li>
          ))}
        </ul>
      )}
      <ShowMore query={query} label={t('administration:mail.more')} />
      <MailDrawer id={opened} onClose={() => open(undefined)} />
    </Page>
  )
}

const Line = ({ mail, onOpen }: { readonly mail: MailLine; readonly onOpen: () => void }) => {
  const { t, format } = useWords()
  const now = useNow()
  return (
    <button type="button" className={classes(list['mail'], styles['mail'])} onClick={onOpen}>
      <span className={styles['subject']}>
        {mail.subject ? (
          <UserText form="line">{mail.subject}</UserText>
        ) : (
          <span className="dim">{t('administration:mail.noSubject')}</span>
        )}
      </span>
      <bdi className={list['who']}>{mail.to}</bdi>
      <MailStatePill state={mail.state} />
      <time className={list['at']} dateTime={mail.at}>
        {when(t, format, mail.at, now)}
      </time>
    </button>
  )
}
