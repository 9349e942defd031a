import { Banner, Button, StatusPill, UserText, toasts } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { sentenceIn } from '../staff/Failed.tsx'
import { useDecide } from './mail-in-questions.tsx'
import type { Decision, InboundMail } from './mail-in-questions.tsx'
import styles from './MailIn.module.css'

/** A mail that waits: what it shall become. It joins only what its sender takes part in. */
export const Deciding = ({ mail }: { readonly mail: InboundMail }) => {
  const { t } = useWords()
  const { label } = useSession()
  const { decide } = useDecide(mail.id)
  const said = (as: Decision['as'], ticket: number | null) =>
    as === 'ignored' || ticket === null ? t('mailIn:done.ignored') : t(`mailIn:done.${as}`, { number: label(ticket) })
  const choose = (decision: Decision) =>
    decide.mutate(decision, {
      onSuccess: ({ ticket }) => toasts.show({ text: said(decision.as, ticket) }),
    })
  const busy = decide.isPending
  return (
    <section className={styles['deciding']} aria-label={t('mailIn:ask')}>
      <h4>{t('mailIn:ask')}</h4>
      <div className={styles['choices']}>
        {mail.from && (
          <Button kind="primary" size="m" busy={busy} onClick={() => choose({ as: 'newTicket' })}>
            {t('mailIn:letIn')}
          </Button>
        )}
        <Button size="m" busy={busy} onClick={() => choose({ as: 'ignored' })}>
          {t('mailIn:ignore')}
        </Button>
      </div>
      {mail.tickets.length > 0 && (
        <>
          <p className="dim">{t('mailIn:joinText')}</p>
          <ul className={styles['candidates']}>
            {mail.tickets.map((ticket) => (
              <li key={ticket.number}>
                <Candidate ticket={ticket} busy={busy} onJoin={() => choose({ as: 'joined', ticket: ticket.number })} />
              </li>
            ))}
          </ul>
        </>
      )}
      {decide.error && (
        <Banner tone="danger" live>
          {sentenceIn(decide.error, t)}
        </Banner>
      )}
    </section>
  )
}

type CandidateProps = {
  readonly ticket: InboundMail['tickets'][number]
  readonly busy: boolean
  readonly onJoin: () => void
}

const Candidate = ({ ticket, busy, onJoin }: CandidateProps) => {
  const { t } = useWords()
  const { label, read } = useSession()
  const title = read(ticket.title)
  return (
    <>
      <span className={styles['candidate']}>
        <UserText form="block" lang={title.language} dir={title.dir}>
          {title.text}
        </UserText>
        <StatusPill status={ticket.status} label={t(`glossary:status.${ticket.status}`)} />
      </span>
      <Button busy={busy} onClick={onJoin}>
        {t('mailIn:join', { number: label(ticket.number) })}
      </Button>
    </>
  )
}
