import { memo, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Icon, SolutionPill, Avatar, together } from '../../../web/ui/index.ts'
import type { IconName } from '../../../web/ui/index.ts'
import type { PresentedText } from '../../../fields/multilingual-text/multilingual-text.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import type { Happened } from '../../../events/happened.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { ScrollRegion } from '../../staff/ScrollRegion.tsx'
import { CameByMail, LeftInThisMail } from './CameByMail.tsx'
import { FilesOf } from '../../files/FilesOf.tsx'
import { sentenceOf } from './event-sentence.ts'
import type { SentenceReader } from './event-sentence.ts'
import { ToNewest } from '../ToNewest.tsx'
import { Moment } from './Moment.tsx'
import { Note } from './Note.tsx'
import { LanguageChip, TextShown } from './TextShown.tsx'
import type { Done, Proposed, Said, ThreadItem } from './thread.ts'
import styles from './Thread.module.css'

type Props = {
  readonly ticket: PresentedTicket
  readonly items: readonly ThreadItem[]
  readonly reader: SentenceReader
  readonly children?: ReactNode
}

/** Opened at its newest; it stays there while one is there, and keeps its place while one reads further up. */
export const Thread = ({ ticket, items, reader, children }: Props) => {
  const { t } = useWords()
  const scroller = useRef<HTMLElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const atEnd = useRef(true)
  const lastTop = useRef(0)
  const newest = items.at(-1)?.key
  const toEnd = useCallback(() => {
    if (scroller.current && atEnd.current) scroller.current.scrollTop = scroller.current.scrollHeight
  }, [])
  useLayoutEffect(toEnd, [toEnd, newest])
  // a reason that comes a moment after its event, a composer that grows: the newest stays in sight
  useEffect(() => {
    const watch = new ResizeObserver(toEnd)
    if (scroller.current) watch.observe(scroller.current)
    if (list.current) watch.observe(list.current)
    return () => watch.disconnect()
  }, [toEnd])
  return (
    <ScrollRegion
      regionRef={scroller}
      className={styles['scroller']}
      label={t('staffTicket:thread')}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        // only who goes up has left the end: what grows meanwhile moves nobody away from it
        if (scrollHeight - scrollTop - clientHeight < 60) atEnd.current = true
        else if (scrollTop < lastTop.current) atEnd.current = false
        lastTop.current = scrollTop
      }}
    >
      <ol ref={list} className={styles['thread']}>
        {items.map((item) => (
          <li key={item.key}>
            <Item item={item} reader={reader} ticket={ticket} />
          </li>
        ))}
      </ol>
      <ToNewest list={list} count={items.length} />
      {children}
    </ScrollRegion>
  )
}

type ItemProps = { readonly item: ThreadItem; readonly reader: SentenceReader; readonly ticket: PresentedTicket }

const Item = memo(({ item, reader, ticket }: ItemProps) => {
  if (item.kind === 'event') return <Event item={item} reader={reader} />
  if (item.kind === 'proposal') return <Proposal item={item} ticket={ticket} />
  return item.inner ? <Note item={item} ticket={ticket} /> : <Message item={item} ticket={ticket} />
})

const Message = ({ item, ticket }: { readonly item: Said; readonly ticket: PresentedTicket }) => (
  <article className={styles['message']}>
    <Avatar name={item.author.name} ours={item.side === 'staff'} />
    <div className={styles['said']}>
      <header className={styles['by']}>
        <bdi className={styles['name']}>{item.author.name}</bdi>
        <Moment at={item.at} />
        <LanguageChip text={item.text} />
      </header>
      <TextShown text={item.text} />
      <CameByMail textKey={item.key} />
      <FilesOf files={ticket.files} of={item.key} />
      <LeftInThisMail ticket={ticket} textKey={item.key} />
    </div>
  </article>
)

type ProposalProps = { readonly item: Proposed; readonly ticket: PresentedTicket }

const Proposal = ({ item: { key, round, at }, ticket }: ProposalProps) => {
  const { t } = useWords()
  const facts = [
    round.selfReviewed && t('staffTicket:selfReviewed'),
    round.proposedText && t('staffTicket:edited'),
  ].filter(Boolean)
  return (
    <article className={styles['message']}>
      <Avatar name={round.author.name} ours />
      <div className={styles['said']}>
        <header className={styles['by']}>
          <bdi className={styles['name']}>{round.author.name}</bdi>
          <span className={styles['what']}>
            {round.reviewedBy || round.state !== 'offered' ? t('staffTicket:proposed') : t('staffTicket:sent')} ·{' '}
            {t('staffTicket:round', { round: round.round })}
            {facts.map((fact) => (
              <span key={String(fact)}> · {fact}</span>
            ))}
          </span>
          <Moment at={at} />
          <span className={styles['state']}>
            <SolutionPill state={round.state} label={t(`glossary:solutionState.${round.state}`)} />
          </span>
        </header>
        <div className={styles['solution']}>
          <TextShown text={round.text} />
          <LanguageChip text={round.text} />
          <FilesOf files={ticket.files} of={key} />
        </div>
      </div>
    </article>
  )
}

const Event = ({ item: { event, at }, reader }: { readonly item: Done; readonly reader: SentenceReader }) => (
  <div className={styles['event']} data-tone={toneOf(event.happened)}>
    <Icon name={icons[event.happened] ?? 'info'} />
    <span className={styles['sentence']}>
      {together(sentenceOf(event, reader))}
      {event.reason && <Reason text={event.reason} />}
    </span>
    <Moment at={at} />
  </div>
)

/** People's own words, quoted behind the sentence in their own direction. */
export const Reason = ({ text }: { readonly text: PresentedText }) => (
  <q className={styles['reason']}>
    <TextShown text={text} form="block" />
  </q>
)

const icons: Partial<Record<Happened, IconName>> = {
  ticketAssigned: 'assign',
  ticketTaken: 'user',
  ticketGivenBack: 'undo',
  ticketReleased: 'undo',
  solutionProposed: 'bulb',
  solutionOffered: 'bulb',
  solutionApproved: 'check',
  solutionReturned: 'undo',
  solutionDeclined: 'undo',
  solutionAccepted: 'check',
  solutionWithdrawn: 'minus',
  ticketClosed: 'check',
  ticketClosedBySilence: 'clock',
  solutionReminded: 'bell',
  ticketMarkedDuplicate: 'duplicate',
  duplicateMoved: 'duplicate',
  duplicateReturned: 'undo',
  originalEnded: 'check',
  ticketReopened: 'refresh',
  requestCancelled: 'close',
}

const toneOf = (happened: Happened): 'wait' | 'good' | undefined => {
  if (happened === 'solutionReturned' || happened === 'solutionDeclined' || happened === 'ticketReopened') return 'wait'
  return happened === 'solutionAccepted' || happened === 'solutionApproved' ? 'good' : undefined
}
