import { useQuery } from '@tanstack/react-query'
import { Banner, Icon, Link, Page, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { Failed } from '../staff/Failed.tsx'
import { mailServerQuery } from './mail-server-question.tsx'
import type { Server } from './mail-server-question.tsx'
import { MailServerForm } from './MailServerForm.tsx'
import { MailTest } from './MailTest.tsx'
import styles from './Settings.module.css'

/** Through which server mails go out, and whether they do. */
export const MailServer = () => {
  const { t } = useWords()
  const { settings } = useSession()
  usePageTitle(t('settingsMail:server'), settings.organisation)
  const query = useQuery(mailServerQuery)
  return (
    <Page
      title={t('settingsMail:server')}
      under={
        <Link href="/settings/mail" className={styles['help'] ?? ''}>
          <Icon name="back" size={14} /> {t('settingsMail:toLog')}
        </Link>
      }
    >
      {query.isPending && <SkeletonRows shape="text" rows={8} label={t('settingsMail:loading')} />}
      {query.isError && !query.data && (
        <Failed title={t('settingsMail:failed')} problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <div className={styles['form']}>
          <Standing server={query.data} />
          {query.data.source !== 'environment' && <MailServerForm server={query.data} />}
          {query.data.source !== 'none' && <MailTest />}
        </div>
      )}
    </Page>
  )
}

const Standing = ({ server }: { readonly server: Server }) => {
  const { t } = useWords()
  if (server.source === 'none')
    return (
      <Banner tone="wait" icon="mail">
        {t('settingsMail:none')}
      </Banner>
    )
  return (
    <>
      {server.publicUrl === null && (
        <Banner tone="wait" icon="link">
          {t('settingsMail:noPublicUrl')}
        </Banner>
      )}
      <p>
        {t('settingsMail:stored', { host: `${server.host}:${server.port}` })}{' '}
        {server.source === 'environment' && <span className="dim">{t('settingsMail:fromEnvironment')}</span>}
      </p>
    </>
  )
}
