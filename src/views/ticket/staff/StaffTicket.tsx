import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { SkeletonBar, SkeletonRows } from '../../../web/ui/index.ts'
import { useKeys } from '../../../web/use-keys.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { usePageTitle } from '../../page-title.tsx'
import { useSayAtHand } from '../../palette/at-hand.ts'
import { useSession } from '../../session.tsx'
import { Failed } from '../../staff/Failed.tsx'
import { ScrollRegion } from '../../staff/ScrollRegion.tsx'
import { ticketQuery } from '../ticket-questions.tsx'
import { useSaidAndDone } from '../use-said-and-done.tsx'
import { customersOwn } from './acts.ts'
import type { Act } from './acts.ts'
import { Asking } from './Asking.tsx'
import { TicketMails, WaitingMails } from './CameByMail.tsx'
import { Details, DetailsDrawer } from './Details.tsx'
import { Head } from './Head.tsx'
import { HistoryDrawer } from './HistoryDrawer.tsx'
import { OutOfSight } from './OutOfSight.tsx'
import { PathPanel } from './PathPanel.tsx'
import { useSentenceReader } from './sentence-reader.tsx'
import { StaffComposer } from './StaffComposer.tsx'
import { TextFlip } from './TextShown.tsx'
import { Thread } from './Thread.tsx'
import { threadOf } from './thread.ts'
import { traced } from './traced-events.ts'
import { Undelivered, WaitingMail } from './Undelivered.tsx'
import { useDoing } from './use-doing.tsx'
import { usePresence } from './use-presence.tsx'
import styles from './StaffTicket.module.css'

const Translations = lazy(async () => ({
  default: (await import('../translating/Translations.tsx')).Translations,
}))

const OwnRequest = lazy(async () => ({ default: (await import('./OwnRequest.tsx')).OwnRequest }))

type Props = {
  readonly number: number
  /** What was asked for from elsewhere, done once the ticket is there. */
  readonly act?: Act | undefined
  readonly onActed?: () => void
  /** Where there is a list to go back to. */
  readonly onBack?: (() => void) | undefined
}

/** One ticket as staff work on it. */
export const StaffTicket = ({ number, ...props }: Props) => {
  const { t } = useWords()
  const query = useQuery(ticketQuery(number))
  if (query.data) return <Loaded ticket={query.data} {...props} />
  if (query.isError)
    return <Failed title={t('staffTicket:failed')} problem={query.error} onRetry={() => void query.refetch()} />
  return <Loading />
}

const Loading = () => {
  const { t } = useWords()
  return (
    <div className={styles['loading']}>
      <SkeletonBar width={180} height={14} />
      <SkeletonBar width="64%" height={20} />
      <SkeletonBar width="100%" height={120} />
      <SkeletonRows rows={6} shape="text" label={t('staffTicket:loading')} />
    </div>
  )
}

/** A message, a note, a reason; who looks for an assignee writes nothing. */
const isText = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches('textarea, [contenteditable]')

const Loaded = ({ ticket, act, onActed, onBack }: Omit<Props, 'number'> & { readonly ticket: PresentedTicket }) => {
  const { t } = useWords()
  const { settings, label, read } = useSession()
  usePageTitle(`${label(ticket.number)} ${read(ticket.title).text}`, settings.organisation)
  const { messages, history, problem, askAgain } = useSaidAndDone(ticket.number)
  const events = useMemo(() => traced(history ?? []), [history])
  const items = useMemo(() => threadOf({ ticket, messages: messages ?? [], events }), [ticket, messages, events])
  const reader = useSentenceReader(ticket)
  const doing = useDoing(ticket, { act, onActed })
  const { others, wrote, stopped } = usePresence(ticket.number)
  useSayAtHand({ number: ticket.number, may: ticket.may, begin: doing.begin })
  const [original, setOriginal] = useState(false)
  const [drawer, setDrawer] = useState<'history' | 'details' | 'translations'>()
  const flip = useMemo(() => ({ original, flip: () => setOriginal((now) => !now) }), [original])
  useKeys({ o: flip.flip })

  return (
    <TextFlip value={flip}>
      <article
        className={styles['ticket']}
        aria-label={label(ticket.number)}
        onInput={({ target }) => isText(target) && wrote()}
      >
        <div className={styles['above']}>
          <Head
            ticket={ticket}
            doing={doing}
            others={others}
            onBack={onBack}
            onDetails={() => setDrawer('details')}
            onTranslations={() => setDrawer('translations')}
          />
          {(history || !problem) && (
            <PathPanel ticket={ticket} events={history ?? []} onWhy={() => setDrawer('history')} />
          )}
        </div>
        <div className={styles['below']}>
          <div className={styles['conversation']}>
            <OutOfSight number={ticket.number} onBack={onBack} />
            <Undelivered ticket={ticket} />
            <WaitingMail ticket={ticket} />
            {ticket.may.some((verb) => customersOwn.includes(verb)) && (
              <Suspense>
                <OwnRequest ticket={ticket} />
              </Suspense>
            )}
            {messages && history ? (
              <TicketMails ticket={ticket.number}>
                <WaitingMails />
                <Thread ticket={ticket} items={items} reader={reader} />
              </TicketMails>
            ) : problem ? (
              <div className={styles['failed']}>
                <Failed title={t('staffTicket:partFailed')} problem={problem} onRetry={askAgain} />
              </div>
            ) : (
              <div className={styles['waiting']}>
                <SkeletonRows rows={5} shape="text" label={t('shell:loading')} />
              </div>
            )}
            <StaffComposer
              key={ticket.number}
              ticket={ticket}
              items={items}
              isWhole={messages !== undefined && history !== undefined}
              reader={reader}
              begun={doing.writing}
              onSent={stopped}
            />
          </div>
          <ScrollRegion className={styles['details']} label={t('staffTicket:fields')}>
            <Details ticket={ticket} doing={doing} />
          </ScrollRegion>
        </div>
        <Asking ticket={ticket} doing={doing} onSent={stopped} />
        <DetailsDrawer ticket={ticket} doing={doing} open={drawer === 'details'} onClose={() => setDrawer(undefined)} />
        {drawer === 'translations' && (
          <Suspense>
            <Translations
              ticket={ticket}
              messages={messages ?? []}
              events={events}
              onSaved={stopped}
              onClose={() => setDrawer(undefined)}
            />
          </Suspense>
        )}
        <HistoryDrawer
          events={events}
          reader={reader}
          open={drawer === 'history'}
          onClose={() => setDrawer(undefined)}
        />
      </article>
    </TextFlip>
  )
}
