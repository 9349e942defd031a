import { useQuery } from '@tanstack/react-query'
import { createContext, lazy, Suspense, use, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { largestMail } from '../../../channels/email/inbound/largest-mail.ts'
import { mostFiles } from '../../../entities/ticket/most-files.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Button, Icon, Link, Popover, UserText } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { LeftInMail } from '../../files/LeftInMail.tsx'
import { inboundMailQuery, mailsOfTicketQuery } from '../../mail-in/mail-in-questions.tsx'
import type { InboundLine } from '../../mail-in/mail-in-questions.tsx'
import { restOfText } from '../../mail-in/rest-of-text.ts'
import { whyOf } from '../../mail-in/why.ts'
import { useSession } from '../../session.tsx'
import styles from './CameByMail.module.css'
import ticketStyles from './StaffTicket.module.css'

const InboundDrawer = lazy(async () => ({ default: (await import('../../mail-in/InboundDrawer.tsx')).InboundDrawer }))

type Mails = { readonly byText: ReadonlyMap<string, InboundLine>; readonly waiting: readonly InboundLine[] }

/** By the key that a text of the thread has: 'description', 'message:<id>'. */
const Mails = createContext<Mails>({ byText: new Map(), waiting: [] })

/** Knows which texts of a ticket came by mail. */
export const TicketMails = ({ ticket, children }: { readonly ticket: number; readonly children: ReactNode }) => {
  const { data } = useQuery(mailsOfTicketQuery(ticket))
  const mails = useMemo(
    () => ({
      byText: new Map(
        (data ?? [])
          .filter(({ decision }) => decision === 'newTicket' || decision === 'joined')
          .map((mail) => [mail.message ? `message:${mail.message}` : 'description', mail]),
      ),
      waiting: (data ?? []).filter(({ decision }) => decision === 'held'),
    }),
    [data],
  )
  return <Mails value={mails}>{children}</Mails>
}

/** Under a text that came by mail: what it quoted, why it is here, and the mail itself. */
export const CameByMail = ({ textKey }: { readonly textKey: string }) => {
  const mail = use(Mails).byText.get(textKey)
  return mail ? <Trace mail={mail} /> : null
}

const Trace = ({ mail }: { readonly mail: InboundLine }) => {
  const { t } = useWords()
  const [unfolded, unfold] = useState(false)
  const [asking, ask] = useState(false)
  const [reading, read] = useState(false)
  return (
    <div className={styles['trace']}>
      {unfolded && <Rest id={mail.id} />}
      <p className={styles['line']}>
        <Icon name="mail" size={13} /> {t('mailIn:cameByMail')}
        {mail.isFolded && (
          <button type="button" aria-expanded={unfolded} onClick={() => unfold((now) => !now)}>
            {t(unfolded ? 'mailIn:hideRest' : 'mailIn:unfold')}
          </button>
        )}
        <Popover
          open={asking}
          onOpen={ask}
          label={t('mailIn:why')}
          anchor={(anchor) => (
            <button type="button" {...anchor}>
              {t('mailIn:why')}
            </button>
          )}
        >
          <div className={styles['why']}>
            <p>{whyOf(mail, t)}</p>
            {mail.from && (
              <p className="dim">
                {t('mailIn:from')} <bdi>{mail.from.address}</bdi>
                {mail.mailbox && (
                  <>
                    {' · '}
                    {t('mailIn:toBox')} <bdi>{mail.mailbox}</bdi>
                  </>
                )}
              </p>
            )}
            <Button
              icon="mail"
              onClick={() => {
                ask(false)
                read(true)
              }}
            >
              {t('mailIn:showMail')}
            </Button>
          </div>
        </Popover>
      </p>
      {reading && (
        <Suspense fallback={null}>
          <InboundDrawer id={mail.id} onClose={() => read(false)} />
        </Suspense>
      )}
    </div>
  )
}

type LeftProps = { readonly ticket: PresentedTicket; readonly textKey: string }

/** Files that are no files of the ticket: they lie in the mail, one press away. */
export const LeftInThisMail = ({ ticket, textKey }: LeftProps) => {
  const { t, format } = useWords()
  const mail = use(Mails).byText.get(textKey)
  const [reading, read] = useState(false)
  return (
    <LeftInMail
      files={ticket.leftOut}
      of={textKey}
      why={(reason) => t(`staffTicket:leftOut.${reason}`, { most: mostFiles, max: format.fileSize(largestMail) })}
    >
      {mail && (
        <Button kind="text" icon="mail" onClick={() => read(true)}>
          {t('staffTicket:leftOut.get')}
        </Button>
      )}
      {mail && reading && (
        <Suspense fallback={null}>
          <InboundDrawer id={mail.id} onClose={() => read(false)} />
        </Suspense>
      )}
    </LeftInMail>
  )
}

/** Mails about this ticket that somebody has to decide on first: said to those who may. */
export const WaitingMails = () => {
  const { t } = useWords()
  const { may } = useSession()
  const { waiting } = use(Mails)
  const [newest] = waiting
  if (!newest || !may('ticket.assign')) return null
  return (
    <p className={ticketStyles['waitingMail']}>
      <Icon name="mail" size={14} />
      <span>{t('staffTicket:mailsWait.what', { count: waiting.length })}</span>
      <Link href={`/mails?which=waiting&mail=${newest.id}`}>{t('staffTicket:mailsWait.look')}</Link>
    </p>
  )
}

const Rest = ({ id }: { readonly id: string }) => {
  const { t } = useWords()
  const query = useQuery(inboundMailQuery(id))
  if (query.isError) return <p className="dim">{t('mailIn:failedToLoad')}</p>
  if (!query.data) return <p className="dim">{t('mailIn:loading')}</p>
  const { text, wholeText } = query.data
  const whole = wholeText ?? ''
  return (
    <div className={styles['rest']}>
      <UserText form="body">{restOfText(text ?? '', whole) || whole}</UserText>
    </div>
  )
}
