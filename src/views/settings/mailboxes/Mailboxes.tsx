import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Banner, Button, EmptyState, Page, SkeletonRows } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { usePageTitle } from '../../page-title.tsx'
import { useSession } from '../../session.tsx'
import { Failed } from '../../staff/Failed.tsx'
import { MailboxCard } from './MailboxCard.tsx'
import { MailboxDrawer } from './MailboxDrawer.tsx'
import { mailboxesQuery } from './mailbox-questions.tsx'
import type { Mailbox } from './mailbox-questions.tsx'
import styles from './Mailboxes.module.css'

/** Which mailboxes are read and how each of them does; silence is said above all. */
export const Mailboxes = () => {
  const { t, format } = useWords()
  const { settings } = useSession()
  usePageTitle(t('mailIn:boxes.title'), settings.organisation)
  const [opened, open] = useState<Mailbox | 'new'>()
  const query = useQuery(mailboxesQuery)
  const mailboxes = query.data ?? []
  const silent = mailboxes.filter((mailbox) => mailbox.silent)
  return (
    <Page
      title={t('mailIn:boxes.title')}
      actions={
        <Button kind="primary" icon="plus" onClick={() => open('new')}>
          {t('mailIn:boxes.add')}
        </Button>
      }
      under={
        silent.length > 0 && (
          <div className={styles['alarms']}>
            {silent.map(({ id, address, heardAt, stateSince }) => (
              <Banner key={id} tone="danger" live>
                {t('mailIn:boxes.silence', { address, at: format.dateTime(heardAt ?? stateSince) })}
              </Banner>
            ))}
          </div>
        )
      }
    >
      {query.isPending && <SkeletonRows shape="table" rows={3} label={t('mailIn:boxes.loading')} />}
      {query.isError && !query.data && (
        <Failed title={t('mailIn:boxes.failed')} problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && mailboxes.length === 0 && (
        <EmptyState mood="nothing" title={t('mailIn:boxes.none')}>
          {t('mailIn:boxes.noneText')}
        </EmptyState>
      )}
      {mailboxes.length > 0 && (
        <ul className={styles['boxes']}>
          {mailboxes.map((mailbox) => (
            <li key={mailbox.id}>
              <MailboxCard mailbox={mailbox} onEdit={() => open(mailbox)} />
            </li>
          ))}
        </ul>
      )}
      <MailboxDrawer opened={opened} onClose={() => open(undefined)} />
    </Page>
  )
}
