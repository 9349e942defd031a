import { Banner, Button, Link, UserText, toasts, together } from '../../web/ui/index.ts'
import { classes } from '../../web/ui/classes.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import { ReadingDrawer } from '../staff/ReadingDrawer.tsx'
import { MailStatePill } from './MailStatePill.tsx'
import { mailQuery, useRetryMail } from './mail-questions.tsx'
import type { MailRead } from './mail-questions.tsx'
import { framed } from './framed.ts'
import list from '../staff/mail-list.module.css'
import styles from './Mails.module.css'

type Props = { readonly id: string | undefined; readonly onClose: () => void }

export const MailDrawer = ({ id, onClose }: Props) => {
  const { t } = useWords()
  return (
    <ReadingDrawer
      id={id}
      question={mailQuery}
      title={t('administration:mail.reading')}
      loading={t('administration:mail.loading')}
      failed={t('administration:mail.failed')}
      onClose={onClose}
    >
      {(mail) => <Mail mail={mail} />}
    </ReadingDrawer>
  )
}

const Mail = ({ mail }: { readonly mail: MailRead }) => {
  const { t, format } = useWords()
  const { label } = useSession()
  const retry = useRetryMail(mail.id)
  const mayRetry = ['dead', 'kept', 'held'].includes(mail.state)
  const again = () =>
    retry.mutate(undefined, { onSuccess: () => toasts.show({ text: t('administration:mail.retried') }) })
  return (
    <article className={list['reading']}>
      {mail.subject && (
        <h3>
          <UserText form="block" lang={mail.language ?? undefined}>
            {mail.subject}
          </UserText>
        </h3>
      )}
      <p className={styles['facts']}>
        <MailStatePill state={mail.state} />
        <span>{t('administration:mail.to', { address: mail.to })}</span>
        <time dateTime={mail.sentAt ?? mail.at}>{format.dateTime(mail.sentAt ?? mail.at)}</time>
        {mail.tries > 0 && <span>{t('administration:mail.tries', { count: mail.tries })}</span>}
        {mail.ticket !== null && (
          <Link href={`/tickets/${mail.ticket}`}>
            {together(t('administration:mail.ticket', { number: label(mail.ticket) }))}
          </Link>
        )}
      </p>
      <p>
        <span className="dim">{t('settingsMail:about')}:</span>{' '}
        {t.maybe('settingsInteractions', `trigger.${mail.interaction}`)}{' '}
        {mail.why === 'group' || mail.why === 'standsIn'
          ? t(`settingsMail:why.${mail.why}`, { group: mail.group ?? '' })
          : t(`settingsMail:why.${mail.why ?? 'account'}`)}
      </p>
      {mail.lastError && (
        <Banner tone="danger">
          {t('administration:mail.lastError')} <UserText>{mail.lastError}</UserText>
        </Banner>
      )}
      {mayRetry && (
        <div>
          <Button size="m" icon="refresh" busy={retry.isPending} onClick={again}>
            {t('administration:mail.retry')}
          </Button>
        </div>
      )}
      {retry.error && (
        <Banner tone="danger" live>
          {sentenceIn(retry.error, t)}
        </Banner>
      )}
      <Body mail={mail} />
    </article>
  )
}

/** The mail as its reader sees it, in a frame that may run nothing, load nothing and go nowhere. */
const Body = ({ mail }: { readonly mail: MailRead }) => {
  const { t } = useWords()
  if (mail.html)
    return (
      <iframe
        className={classes(list['frame'], styles['frame'])}
        title={t('administration:mail.reading')}
        sandbox=""
        referrerPolicy="no-referrer"
        srcDoc={framed(mail.html)}
      />
    )
  if (mail.text) return <UserText form="body">{mail.text}</UserText>
  return <p className="dim">{mail.subject ? t('administration:mail.hidden') : t('administration:mail.noSubject')}</p>
}
