import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import { ScaleCell } from '../../fields/scale/ScaleCell.tsx'
import type { PresentedRound, PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import { duration } from '../../statistics/duration.ts'
import {
  Avatar,
  ButtonLink,
  FieldItem,
  FieldList,
  IconButton,
  Link,
  SkeletonRows,
  SolutionPill,
  together,
} from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { useSession } from '../session.tsx'
import { spokenStars } from '../star-words.tsx'
import { Failed } from '../staff/Failed.tsx'
import { ScrollRegion } from '../staff/ScrollRegion.tsx'
import { sentenceOf } from '../ticket/staff/event-sentence.ts'
import { useSentenceReader } from '../ticket/staff/sentence-reader.tsx'
import { TextShown } from '../ticket/staff/TextShown.tsx'
import { traced } from '../ticket/staff/traced-events.ts'
import { historyQuery, ticketQuery } from '../ticket/ticket-questions.tsx'
import { AddedFields } from './AddedFields.tsx'
import { addressOfAsked } from './asked.ts'
import styles from './Beside.module.css'

type Props = {
  readonly number: number
  /** There is no room for both: it lies over the list. */
  readonly takesFocus: boolean
  readonly onClose: () => void
}

/** One closed ticket to be read, beside the list that it was found in. */
export const Beside = ({ number, takesFocus, onClose }: Props) => {
  const { t } = useWords()
  const { label } = useSession()
  const query = useQuery(ticketQuery(number))
  const region = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takesFocus) region.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <ScrollRegion regionRef={region} className={styles['beside']} label={label(number)}>
      <header className={styles['head']}>
        <b>
          <bdi className="together">{label(number)}</bdi>
        </b>
        <ButtonLink kind="plain" size="s" href={`/incoming/${number}`}>
          {t('closedTickets:beside.view')}
        </ButtonLink>
        <IconButton icon="close" label={t('staff:close')} onClick={onClose} />
      </header>
      {query.isPending && <SkeletonRows shape="text" rows={8} label={t('staffTicket:loading')} />}
      {query.isError && !query.data && (
        <Failed title={t('staffTicket:failed')} problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && <Told ticket={query.data} />}
    </ScrollRegion>
  )
}

const Told = ({ ticket }: { readonly ticket: PresentedTicket }) => {
  const { t } = useWords()
  const rounds = ticket.solution?.rounds ?? ticket.rounds
  return (
    <>
      <h2 className={styles['title']}>
        <TextShown text={ticket.title} form="block" />
      </h2>
      <Fields ticket={ticket} />
      <Part title={t('glossary:field.description')}>
        <TextShown text={ticket.description} />
      </Part>
      {rounds.length > 0 && (
        <Part title={t('glossary:field.solution')}>
          <ol className={styles['rounds']}>
            {rounds.toReversed().map((round) => (
              <Round key={round.round} round={round} />
            ))}
          </ol>
        </Part>
      )}
      {ticket.rating && <Rating rating={ticket.rating} />}
      <History ticket={ticket} />
    </>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={styles['part']}>
    <h3>{title}</h3>
    {children}
  </section>
)

const Fields = ({ ticket }: { readonly ticket: PresentedTicket }) => {
  const { t, format } = useWords()
  const { label } = useSession()
  const { customer, assignee, openedAt, closedAt, ended, duplicateOf } = ticket
  const took = closedAt === null ? null : (Date.parse(closedAt) - Date.parse(openedAt)) / 1000
  return (
    <FieldList label={t('staffTicket:fields')}>
      <FieldItem label={t('glossary:field.customer')}>
        <Link
          href={addressOfAsked({ customer: customer.id, reopened: 'any' })}
          title={t('closedTickets:beside.theirs')}
        >
          <bdi>{customer.name}</bdi>
        </Link>
      </FieldItem>
      <FieldItem label={t('glossary:field.assignee')}>
        <Avatar name={assignee.member?.name} size="s" ours />
        <bdi>{(assignee.member ?? assignee.group).name}</bdi>
      </FieldItem>
      <FieldItem label={t('glossary:field.openedAt')}>{format.dateTime(openedAt)}</FieldItem>
      {closedAt && <FieldItem label={t('glossary:field.closedAt')}>{format.dateTime(closedAt)}</FieldItem>}
      {took !== null && <FieldItem label={t('closedTickets:column.took')}>{duration(t, took)}</FieldItem>}
      <FieldItem label={t('closedTickets:column.ended')}>
        {ended ? t(`glossary:ended.${ended}`) : t(`glossary:status.${ticket.status}`)}
      </FieldItem>
      {duplicateOf !== null && (
        <FieldItem label={t('glossary:field.original')}>
          <Link href={`/incoming/${duplicateOf}`}>
            <bdi className="together">{label(duplicateOf)}</bdi>
          </Link>
        </FieldItem>
      )}
      <AddedFields ticket={ticket} />
    </FieldList>
  )
}

const Round = ({ round: { state, text, author, proposedAt, reason } }: { readonly round: PresentedRound }) => {
  const { t, format } = useWords()
  return (
    <li>
      <p className={styles['by']}>
        <SolutionPill state={state} label={t(`glossary:solutionState.${state}`)} />
        <span>
          <bdi>{author.name}</bdi> · {format.dateTime(proposedAt)}
        </span>
      </p>
      <TextShown text={text} />
      {reason && (
        <div className={styles['reason']}>
          <TextShown text={reason} />
        </div>
      )}
    </li>
  )
}

const Rating = ({ rating: { score, comment, at } }: { readonly rating: NonNullable<PresentedTicket['rating']> }) => {
  const { t, format } = useWords()
  return (
    <Part title={t('glossary:field.rating')}>
      <p className={styles['by']}>
        <ScaleCell value={score} label={spokenStars(t, score)} size={14} />
        <span>{format.dateTime(at)}</span>
      </p>
      {comment && <TextShown text={comment} />}
    </Part>
  )
}

const History = ({ ticket }: { readonly ticket: PresentedTicket }) => {
  const { t, format } = useWords()
  const { data, isError, error, refetch } = useQuery(historyQuery(ticket.number))
  const events = useMemo(() => traced(data ?? []), [data])
  const reader = useSentenceReader(ticket)
  return (
    <Part title={t('staffTicket:history')}>
      {!data && !isError && <SkeletonRows shape="text" rows={4} label={t('shell:loading')} />}
      {!data && isError && <Failed title={t('staffTicket:failed')} problem={error} onRetry={() => void refetch()} />}
      <ol className={styles['history']}>
        {events.map((event) => (
          <li key={event.id}>
            <time dateTime={event.at}>{format.dateTime(event.at)}</time>
            <span>{together(sentenceOf(event, reader))}</span>
          </li>
        ))}
      </ol>
    </Part>
  )
}
