import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'
import { useKeys } from '../../web/use-keys.ts'
import { Button, ButtonLink, EmptyState, Sheet, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { countsQuery } from '../counts-question.tsx'
import { useIncoming } from '../incoming-requests/incoming-questions.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { Failed } from '../staff/Failed.tsx'
import { KeysSheet } from '../staff/KeysSheet.tsx'
import { useGo, useQueryOfAddress } from '../staff/address.tsx'
import { useTitleTakesFocus } from '../ticket/title-takes-focus.tsx'
import { prefetchTicket, ticketQuery } from '../ticket/ticket-questions.tsx'
import { NotSent } from './edited.tsx'
import { ReviewOne } from './ReviewOne.tsx'
import { roundsOf } from './rounds.ts'
import styles from './Review.module.css'

const toReview = { queue: 'toReview', words: '', group: '', member: '', waiting: '' } as const

/** The proposed solutions, one after the other, the longest waiting first. */
export const Review = () => {
  const { t } = useWords()
  const { settings } = useSession()
  usePageTitle(t('review:title'), settings.organisation)
  const { query, rows } = useIncoming(toReview, { arriving: 'joins' })
  const asked = Number(useQueryOfAddress()['ticket']) || undefined
  const waiting = rows.filter(({ gone }) => !gone).map(({ item }) => item.number)
  const number = useKeptWhile(waiting, asked)
  useMoreAhead(query, waiting.length - waiting.indexOf(number ?? 0) < ahead)
  const steps = useSteps(
    waiting,
    rows.map(({ item }) => item.number),
    number,
    asked,
  )
  const page = useRef<HTMLDivElement>(null)
  useTitleTakesFocus(page, number)
  return (
    <Sheet>
      <div ref={page} className={styles['page']}>
        {query.isPending && <SkeletonRows rows={8} shape="text" label={t('review:loading')} />}
        {query.isError && !query.data && (
          <Failed level={1} title={t('review:failed')} problem={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.data && number === undefined && <NothingToReview />}
        {query.data && number !== undefined && <One key={number} number={number} steps={steps} />}
      </div>
      <KeysSheet />
    </Sheet>
  )
}

/**
 * The one that was asked for, else the first; and the one that is being read for as long as it waits: an earlier one that comes
 * back to its place would slide under the hand that is about to approve.
 */
const useKeptWhile = (waiting: readonly number[], asked: number | undefined): number | undefined => {
  const [read, setRead] = useState<number>()
  const number = asked ?? (read !== undefined && waiting.includes(read) ? read : waiting[0])
  if (number !== read) setRead(number)
  return number
}

/** So many are known before one comes to the last of them. */
const ahead = 10

const useMoreAhead = (
  { hasNextPage, isFetching, isError, fetchNextPage }: ReturnType<typeof useIncoming>['query'],
  isNear: boolean,
) => {
  const wantsMore = isNear && hasNextPage && !isFetching && !isError
  useEffect(() => {
    if (wantsMore) void fetchNextPage()
  }, [wantsMore, fetchNextPage])
}

export type Steps = ReturnType<typeof useSteps>

/** Where one stands among those that wait; after a decision the next one comes by itself. */
const useSteps = (
  waiting: readonly number[],
  all: readonly number[],
  number: number | undefined,
  asked: number | undefined,
) => {
  const go = useGo()
  const client = useQueryClient()
  const at = number === undefined ? -1 : waiting.indexOf(number)
  const place = number === undefined ? -1 : all.indexOf(number)
  const next = at >= 0 ? waiting[at + 1] : all.slice(place + 1).find((other) => waiting.includes(other))
  const previous = at > 0 ? waiting[at - 1] : undefined
  useEffect(() => {
    if (next !== undefined) prefetchTicket(client, next)
  }, [client, next])
  const to = (ticket: number | undefined) => go('/review', { ticket }, { replace: true })
  const toNext = next === undefined ? undefined : () => to(next)
  const toPrevious = previous === undefined ? undefined : () => to(previous)
  useKeys({ j: () => toNext?.(), k: () => toPrevious?.() })
  return {
    at: at + 1,
    count: waiting.length,
    toNext,
    toPrevious,
    /** The first of the list makes room for the next one once it is decided; not under the hands of whoever writes. */
    stay: () => {
      if (asked === undefined) to(number)
    },
    decided: () => to(next ?? waiting.find((other) => other !== number)),
  }
}

const One = ({ number, steps }: { readonly number: number; readonly steps: Steps }) => {
  const { t } = useWords()
  const query = useQuery(ticketQuery(number))
  if (query.isPending) return <SkeletonRows rows={8} shape="text" label={t('review:loading')} />
  if (!query.data)
    return (
      <Failed level={1} title={t('staffTicket:failed')} problem={query.error} onRetry={() => void query.refetch()} />
    )
  const rounds = roundsOf(query.data)
  return rounds ? (
    <ReviewOne key={rounds.now.round} ticket={query.data} rounds={rounds} steps={steps} />
  ) : (
    <Decided ticket={query.data} steps={steps} />
  )
}

const Decided = ({ ticket, steps }: { readonly ticket: PresentedTicket; readonly steps: Steps }) => {
  const { t } = useWords()
  const { label } = useSession()
  return (
    <>
      <EmptyState
        level={1}
        title={t('review:goneTitle')}
        action={
          <>
            <ButtonLink href={`/incoming/${ticket.number}`}>{`${t('review:view')} ${label(ticket.number)}`}</ButtonLink>
            {steps.count > 0 && (
              <Button kind="primary" keys="j" onClick={steps.decided}>
                {t('review:next')}
              </Button>
            )}
          </>
        }
      >
        {t('review:goneText')}
      </EmptyState>
      <NotSent ticket={ticket} />
    </>
  )
}

const NothingToReview = () => {
  const { t, format } = useWords()
  const { data: counts } = useQuery(countsQuery)
  const count = counts?.new ?? 0
  return (
    <EmptyState
      level={1}
      title={t('review:emptyTitle')}
      action={
        count > 0 ? (
          <ButtonLink href="/incoming?queue=new" icon="inbox">
            {`${t('incoming:goToNew')} ${format.number(count)}`}
          </ButtonLink>
        ) : undefined
      }
    >
      {t('review:emptyText')}
    </EmptyState>
  )
}
