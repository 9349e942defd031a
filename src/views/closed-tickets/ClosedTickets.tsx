import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { focusFromNowhere } from '../../web/ui/focus.ts'
import { useMatches } from '../../web/ui/useMatches.ts'
import { Button, EmptyState, Page, Sheet, SkeletonRows } from '../../web/ui/index.ts'
import { useKeys } from '../../web/use-keys.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { usePageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { KeysSheet } from '../staff/KeysSheet.tsx'
import { Failed } from '../staff/Failed.tsx'
import { useGo, useLeave, useQueryOfAddress, useStaysScrolled } from '../staff/address.tsx'
import { ShowMore } from '../staff/ShowMore.tsx'
import { useWhenClosed } from '../staff/when-closed.tsx'
import { asWritten } from './as-written.ts'
import { addressOfAsked, askedIn, isListAt, isNarrowed } from './asked.ts'
import type { Asked } from './asked.ts'
import { Beside } from './Beside.tsx'
import { Count } from './Count.tsx'
import { ColumnsChoice } from './ColumnsChoice.tsx'
import { closedTicketsQuery } from './closed-tickets-questions.tsx'
import { Exports } from './Exports.tsx'
import { Lately } from './Lately.tsx'
import { Filters } from './Filters.tsx'
import { Saved } from './Saved.tsx'
import { useShownColumns } from './shown-columns.tsx'
import { stepped } from './stepped.ts'
import { Table } from './Table.tsx'
import styles from './ClosedTickets.module.css'

/** Everything that ended, as far as its reader may see it; the address holds the whole question. */
export const ClosedTickets = () => {
  const { t } = useWords()
  const { settings } = useSession()
  usePageTitle(t('closedTickets:title'), settings.organisation)
  const address = useQueryOfAddress()
  const asked = askedIn(address)
  const shown = useShownColumns()
  const query = useInfiniteQuery(closedTicketsQuery(asked, shown.asked))
  const go = useGo()
  const change = (changed: Asked) => go(addressOfAsked({ ...asked, ...changed }), {}, { replace: true })
  const tickets = query.data?.pages.flatMap(({ items }) => items) ?? []
  // nothing has the words as they were typed: what is shown has the nearest that something has
  const corrected = query.data?.pages[0]?.corrected ?? undefined
  const since = query.data?.pages[0]?.since ?? undefined
  const answered = corrected ? { ...asked, words: corrected } : asked
  const at = Number(address['at']) || undefined
  const addressOf = (number: number) => addressOfAsked(asked, number)
  const leave = useLeave()
  const scroller = useRef<HTMLDivElement>(null)
  const covers = useMatches(coversTheList)
  useWhenClosed(at, (closed) => focusFromNowhere(scroller.current?.querySelector(`[data-number="${closed}"] a`)))
  const close = () => leave(addressOfAsked(asked), (one) => isListAt(one, asked))
  useKeys({
    '/': () => document.querySelector<HTMLInputElement>('[data-search]')?.focus(),
    escape: () => at && close(),
    j: () => step(1),
    k: () => step(-1),
  })
  // keys come faster than the address follows: each step goes on from the one before
  const stepping = useRef(at)
  useEffect(() => {
    stepping.current = at
  }, [at])
  const step = (by: 1 | -1) => {
    const next = stepped(tickets, stepping.current, by)
    if (next === undefined) return
    stepping.current = next
    go(addressOf(next), {}, { replace: true })
  }
  return (
    <Sheet>
      <Page
        covered={covers && at !== undefined}
        scroller={scroller}
        title={t('closedTickets:title')}
        count={query.data && <Count asked={answered} shown={tickets.length} whole={!query.hasNextPage} />}
        actions={
          <>
            <Saved asked={asked} />
            <ColumnsChoice shown={shown} />
            {tickets.length > 0 && (
              <Exports
                asked={since ? { ...answered, older: 'yes' } : answered}
                whole={query.hasNextPage || since ? undefined : tickets.length}
              />
            )}
          </>
        }
        under={
          <Filters asked={asked} onChange={change} onClear={() => go(addressOfAsked({ sort: asked.sort ?? '' }))} />
        }
      >
        {query.isPending && <SkeletonRows shape="table" rows={14} label={t('closedTickets:loading')} />}
        {query.isError && !query.data && (
          <Failed title={t('closedTickets:failed')} problem={query.error} onRetry={() => void query.refetch()} />
        )}
        {corrected && (
          <p role="status" className={styles['corrected']}>
            {t('closedTickets:corrected', { asked: asked.words ?? '', shown: asWritten(corrected, tickets) })}
          </p>
        )}
        {since && <Lately since={since} onOlder={() => change({ older: 'yes' })} />}
        {query.data && tickets.length === 0 && <Nothing narrowed={isNarrowed(asked)} onClear={() => go('/closed')} />}
        {tickets.length > 0 && (
          <div className={styles['list']}>
            <Stays key={addressOfAsked(asked)} scroller={scroller} />
            <Table
              tickets={tickets}
              columns={shown.columns}
              fields={shown.fields}
              sort={asked.sort}
              onSort={(sort) => change({ sort })}
              chosen={at}
              addressOf={addressOf}
            />
          </div>
        )}
        <ShowMore query={query} />
      </Page>
      {at !== undefined && <Beside key={at} number={at} takesFocus={covers} onClose={close} />}
      <KeysSheet />
    </Sheet>
  )
}

/** As in the style sheet of what is read beside. */
const coversTheList = '(max-width: 1099px)'

/** One for each question: from one to another the router knows best. */
const Stays = ({ scroller }: { readonly scroller: RefObject<HTMLDivElement | null> }) => {
  useStaysScrolled(scroller)
  return null
}

const Nothing = ({ narrowed, onClear }: { readonly narrowed: boolean; readonly onClear: () => void }) => {
  const { t } = useWords()
  if (!narrowed)
    return (
      <EmptyState mood="nothing" title={t('closedTickets:empty')}>
        {t('closedTickets:emptyText')}
      </EmptyState>
    )
  return (
    <EmptyState
      mood="nothing"
      title={t('closedTickets:nothingFits')}
      action={<Button onClick={onClear}>{t('closedTickets:clear')}</Button>}
    >
      {t('closedTickets:nothingFitsText')}
    </EmptyState>
  )
}
