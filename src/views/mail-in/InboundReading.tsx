import { useState } from 'react'
import { Banner, Button, Icon, Link, Pill, Segmented, UserText, toasts, together } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import { Deciding } from './Deciding.tsx'
import { FoldedText } from './FoldedText.tsx'
import { MailFrame } from './MailFrame.tsx'
import { attachmentAddress, becameOf, rawAddress, toneOf, useDecide, withoutSubject } from './mail-in-questions.tsx'
import type { InboundMail } from './mail-in-questions.tsx'
import { whyOf } from './why.ts'
import list from '../staff/mail-list.module.css'
import styles from './MailIn.module.css'

type Props = { readonly mail: InboundMail }

/** A mail with what became of it, why, and what can still be done. */
export const InboundReading = ({ mail }: Props) => {
  const { t } = useWords()
  const { may } = useSession()
  return (
    <article className={list['reading']}>
      <h3>{mail.subject ? <UserText form="block">{mail.subject}</UserText> : t(withoutSubject(mail))}</h3>
      <Facts mail={mail} />
      <Why mail={mail} />
      {mail.decision === 'held' && may('ticket.assign') && <Deciding mail={mail} />}
      {mail.state === 'failed' && <Failure mail={mail} />}
      {mail.text !== null && <Content mail={mail} text={mail.text} />}
      <footer className={styles['foot']}>
        {mail.attachments.length > 0 && <Attachments mail={mail} />}
        {!mail.isKept && <p className="dim">{t('mailIn:copyGone')}</p>}
        {mail.isKept && mail.text !== null && (
          <a className={styles['raw']} href={rawAddress(mail.id)} download>
            <Icon name="download" size={14} />
            {t('mailIn:raw')}
          </a>
        )}
      </footer>
    </article>
  )
}

const Facts = ({ mail }: Props) => {
  const { t, format } = useWords()
  return (
    <dl className={styles['facts']}>
      {(mail.from || mail.state === 'done') && (
        <>
          <dt>{t('mailIn:from')}</dt>
          <dd>
            {mail.from ? (
              <>
                {mail.from.name && <bdi>{mail.from.name}</bdi>} <bdi className="dim">{mail.from.address}</bdi>
              </>
            ) : (
              t('mailIn:nobody')
            )}
          </dd>
        </>
      )}
      {mail.replyTo !== null && (
        <>
          <dt>{t('mailIn:replyTo')}</dt>
          <dd>
            <bdi>{mail.replyTo}</bdi>
          </dd>
        </>
      )}
      {mail.mailbox && (
        <>
          <dt>{t('mailIn:toBox')}</dt>
          <dd>
            <bdi>{mail.mailbox}</bdi>
          </dd>
        </>
      )}
      <dt>{t('mailIn:came')}</dt>
      <dd>
        <time dateTime={mail.receivedAt}>{format.dateTime(mail.receivedAt)}</time>
      </dd>
    </dl>
  )
}

const Why = ({ mail }: Props) => {
  const { t } = useWords()
  const { label } = useSession()
  const became = becameOf(mail)
  return (
    <p className={styles['verdict']}>
      <Pill tone={toneOf(became)}>{t(`mailIn:decision.${became}`)}</Pill>
      {mail.ticket !== null && <Link href={`/tickets/${mail.ticket}`}>{together(label(mail.ticket))}</Link>}
      <span>{whyOf(mail, t)}</span>
    </p>
  )
}

const Failure = ({ mail }: Props) => {
  const { t } = useWords()
  const { may } = useSession()
  const { runAgain, decide } = useDecide(mail.id)
  const again = () => runAgain.mutate(undefined, { onSuccess: () => toasts.show({ text: t('mailIn:runningAgain') }) })
  const leaveOut = () =>
    decide.mutate({ as: 'ignored' }, { onSuccess: () => toasts.show({ text: t('mailIn:done.ignored') }) })
  const refused = runAgain.error ?? decide.error
  return (
    <>
      <Banner tone="danger">
        {t('mailIn:lastError')} <UserText>{mail.lastError ?? ''}</UserText> ({t('mailIn:tries', { count: mail.tries })}){' '}
        {mail.nextTryAt !== null && t('mailIn:triedOn')}
      </Banner>
      {may('ticket.assign') && (
        <div className={styles['choices']}>
          <Button size="m" icon="refresh" busy={runAgain.isPending} onClick={again}>
            {t('mailIn:runAgain')}
          </Button>
          <Button size="m" busy={decide.isPending} onClick={leaveOut}>
            {t('mailIn:ignore')}
          </Button>
        </div>
      )}
      {refused && (
        <Banner tone="danger" live>
          {sentenceIn(refused, t)}
        </Banner>
      )}
    </>
  )
}

const Content = ({ mail, text }: Props & { readonly text: string }) => {
  const { t } = useWords()
  const [view, setView] = useState<'text' | 'html'>('text')
  return (
    <section className={styles['content']}>
      {mail.html !== null && (
        <Segmented
          label={t('mailIn:view.label')}
          value={view}
          onChange={setView}
          options={(['text', 'html'] as const).map((value) => ({ value, label: t(`mailIn:view.${value}`) }))}
        />
      )}
      {mail.html !== null && view === 'html' ? (
        <>
          <MailFrame html={mail.html} title={t('mailIn:reading')} />
          <p className="dim">{t('mailIn:noPictures')}</p>
        </>
      ) : (
        <FoldedText text={text} whole={mail.wholeText ?? ''} />
      )}
    </section>
  )
}

const Attachments = ({ mail }: Props) => {
  const { t, format } = useWords()
  return (
    <p className={styles['attachments']}>
      <span className="dim">{t('mailIn:attachments')}</span>
      {mail.attachments.map(({ name, type, size }, index) => (
        <span key={index} className={styles['attachment']}>
          <Icon name="paperclip" size={13} />
          <a href={attachmentAddress(mail.id, index)} download>
            <bdi>{name || type}</bdi>
          </a>{' '}
          <bdi className="dim">{format.fileSize(size)}</bdi>
        </span>
      ))}
    </p>
  )
}
