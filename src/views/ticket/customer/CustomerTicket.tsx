// A request from its customer's side: where it is, what we answered, what they say to it, what was said.
import { lazy, Suspense, useState } from 'react'
import { MultilingualTextCell } from '../../../fields/multilingual-text/MultilingualTextCell.tsx'
import { SequentialCell } from '../../../fields/sequential/SequentialCell.tsx'
import type { PresentedEvent, PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { Button, FailedState, Icon, Link, SkeletonRows, together } from '../../../web/ui/index.ts'
import { ago } from '../../../words/age.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { CustomerPage } from '../../customer-page.tsx'
import { usePageTitle } from '../../page-title.tsx'
import { useSession } from '../../session.tsx'
import { useNow } from '../../staff/now.tsx'
import { useSaidAndDone } from '../use-said-and-done.tsx'
import { AddedFields } from './AddedFields.tsx'
import { Answer } from './Answer.tsx'
import { Cancel } from './Cancel.tsx'
import { Conversation } from './Conversation.tsx'
import styles from './CustomerTicket.module.css'
import { presentRound } from '../../../workflow/what-it-was-about.ts'
import { useIsOwn } from './own.tsx'
import { Rating } from './Rating.tsx'
import { Reopen } from './Reopen.tsx'
import { SharedAnswer } from './SharedAnswer.tsx'
import { WhereItIs } from './WhereItIs.tsx'

export const CustomerTicket = ({ ticket }: { readonly ticket: PresentedTicket }) => {
  const { read, settings, label } = useSession()
  usePageTitle(`${label(ticket.number)} ${read(ticket.title).text}`, settings.organisation)
  return (
    <CustomerPage className={styles['column']}>
      <Head ticket={ticket} />
      <Happenings ticket={ticket} />
    </CustomerPage>
  )
}

const Head = ({ ticket }: { ticket: PresentedTicket }) => {
  const { t, format } = useWords()
  const { me, read, label } = useSession()
  const isOwn = useIsOwn(ticket)
  const now = useNow()
  return (
    <header>
      {me.onlyTicket === null && (
        <Link href={isOwn ? '/requests' : '/requests?of=organisation'} className={styles['back'] ?? ''}>
          <Icon name="back" size={14} />
          {isOwn ? t('shell:nav.myRequests') : t('myTickets:titleOfOrganisation')}
        </Link>
      )}
      <p className={styles['about']}>
        <SequentialCell shown={label(ticket.number)} /> ·{' '}
        <time dateTime={ticket.openedAt} title={format.dateTime(ticket.openedAt)}>
          {t('customerTicket:opened', { ago: ago(t, format, ticket.openedAt, now) })}
        </time>
        {!isOwn && ticket.customer.name && (
          <> · {together(t('customerTicket:ofColleague.whose', { name: ticket.customer.name }))}</>
        )}
      </p>
      <h1 className={styles['title']}>
        <MultilingualTextCell value={read(ticket.title)} form="block" />
      </h1>
    </header>
  )
}

const Happenings = ({ ticket }: { ticket: PresentedTicket }) => {
  const { t } = useWords()
  const { messages, history, problem, askAgain } = useSaidAndDone(ticket.number)
  if (messages && history) return <Shown ticket={ticket} events={history} messages={messages} />
  if (problem)
    return (
      <FailedState
        title={t('customerTicket:conversation.failed')}
        retry={{ label: t('shell:retry'), onRetry: askAgain }}
      />
    )
  return <SkeletonRows shape="text" rows={6} label={t('customerTicket:loading')} />
}

const Translations = lazy(async () => ({
  default: (await import('../translating/Translations.tsx')).Translations,
}))

/** Who wrote a text knows best what it means: they may say it in another language too. */
const Translating = (shown: ShownProps) => {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles['translating']}>
      <Button kind="text" icon="globe" onClick={() => setOpen(true)}>
        {t('translating:openOwn')}
      </Button>
      {open && (
        <Suspense>
          <Translations {...shown} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}

type ShownProps = {
  readonly ticket: PresentedTicket
  readonly events: readonly PresentedEvent[]
  readonly messages: Parameters<typeof Conversation>[0]['messages']
}

const Shown = ({ ticket, events, messages }: ShownProps) => (
  <>
    <WhereItIs ticket={ticket} events={events} />
    {ticket.status === 'closed' && (ticket.rating || ticket.may.includes('rate')) && <Rating ticket={ticket} />}
    {ticket.solution && presentRound(ticket) !== undefined && (
      <Answer ticket={ticket} solution={ticket.solution} messages={messages} events={events} />
    )}
    {ticket.offeredByOriginal && <SharedAnswer ticket={ticket} answer={ticket.offeredByOriginal} />}
    {ticket.closedAt && <Reopen ticket={ticket} />}
    <Conversation ticket={ticket} messages={messages} events={events} />
    <AddedFields ticket={ticket} />
    {ticket.may.includes('translate') && <Translating ticket={ticket} messages={messages} events={events} />}
    {ticket.may.includes('cancel') && <Cancel ticket={ticket} />}
  </>
)
