import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { useKeys } from '../../web/use-keys.ts'
import { Sheet, SkeletonRows } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { countsQuery } from '../counts-question.tsx'
import { useSession } from '../session.tsx'
import { Failed } from '../staff/Failed.tsx'
import { useGo, useLeave, useParamsOfAddress, useQueryOfAddress } from '../staff/address.tsx'
import { KeysSheet } from '../staff/KeysSheet.tsx'
import { useNow } from '../staff/now.tsx'
import { Stale } from '../staff/Stale.tsx'
import { prefetchTicket } from '../ticket/ticket-questions.tsx'
import { useTitleTakesFocus } from '../ticket/title-takes-focus.tsx'
import { StaffTicket } from '../ticket/staff/StaffTicket.tsx'
import { asksFirst, isAct } from '../ticket/staff/acts.ts'
import type { Act } from '../ticket/staff/acts.ts'
import { addressOfAsked, addressOfList, askedIn, filterOf, isFiltered, isListAt } from './asked.ts'
import type { Asked } from './asked.ts'
import { NothingChosen, NothingHere } from './Empty.tsx'
import { useIncoming } from './incoming-questions.tsx'
import { List } from './List.tsx'
import { ListHead } from './ListHead.tsx'
import { ManyBar } from './many/ManyBar.tsx'
import { ManyDialog } from './many/ManyDialog.tsx'
import { useManyAtOnce } from './many/use-many-at-once.tsx'
import { saidOf, shownCount } from './shown-count.ts'
import styles from './IncomingRequests.module.css'
import { pointedIn } from './pointed.ts'
import type { Pointed } from './pointed.ts'

/** Incoming requests: the list, and beside it the ticket that one works on. */
export const IncomingRequests = () => {
  const { t, format } = useWords()
  const asked = askedIn(useQueryOfAddress(), useParamsOfAddress())
  const filter = filterOf(asked)
  const { query, rows, arrived, gone, showAll } = useIncoming(filter)
  const { data: counts } = useQuery(countsQuery)
  const now = useNow()
  const steps = useSteps(asked, rows)
  const { act, actOn, done } = useActs(asked, steps)
  const { chosen, many } = useManyAtOnce(rows)

  const beside = useRef<HTMLElement>(null)
  // only where the list makes room for it: beside the list the focus stays there
  useTitleTakesFocus(beside, asked.ticket)

  const complete = !query.hasNextPage
  const { fetchNextPage, isFetching, isError } = query
  // what a change has asked anew goes first, and the page is wanted again after it; one that failed waits to be tried again
  const onMore = useCallback(() => {
    if (!isFetching && !isError) void fetchNextPage({ cancelRefetch: false })
  }, [fetchNextPage, isFetching, isError])
  const counted = isFiltered(asked) ? (complete ? rows.length : undefined) : counts?.[asked.queue]

  return (
    <Sheet>
      <section className={styles['list']} data-behind={asked.ticket !== undefined || undefined}>
        <ListHead
          asked={asked}
          count={counted === undefined || query.isPending ? undefined : shownCount(t, format, counted)}
          said={query.isPending || !isFiltered(asked) ? undefined : saidOf(t, rows.length, complete)}
          arrived={arrived}
          gone={gone}
          onShowAll={showAll}
          onChoose={rows.length > 0 && !chosen.choosing ? chosen.begin : undefined}
          onFilter={steps.filter}
        />
        {query.isError && query.data && (
          <div className={styles['stale']}>
            <Stale query={query} />
          </div>
        )}
        {query.isPending && <SkeletonRows rows={12} label={t('incoming:loading')} />}
        {query.isError && !query.data && (
          <Failed title={t('incoming:failed')} problem={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.data && rows.length === 0 && (
          <NothingHere asked={asked} newCount={counts?.new ?? 0} nothingOpen={counts?.allOpen === 0} />
        )}
        {query.data && rows.length > 0 && (
          <List
            key={JSON.stringify(filter)}
            rows={rows}
            complete={complete}
            now={now}
            opened={asked.ticket}
            chosen={chosen}
            onOpen={steps.open}
            onPoint={steps.point}
            onStep={steps.step}
            onMore={onMore}
          />
        )}
        {chosen.choosing && <ManyBar chosen={chosen} onDo={many.start} />}
      </section>
      <section ref={beside} className={styles['beside']} data-behind={asked.ticket === undefined || undefined}>
        {asked.ticket === undefined ? (
          <NothingChosen asked={asked} first={rows[0]?.item.number} onOpen={steps.open} />
        ) : (
          <StaffTicket key={asked.ticket} number={asked.ticket} act={act} onActed={done} onBack={steps.close} />
        )}
      </section>
      <Hands steps={steps} asked={asked} onAct={actOn} />
      <KeysSheet />
      {many.shown && <ManyDialog run={many.shown} onStop={many.stop} onUndo={many.undo} onClose={many.close} />}
    </Sheet>
  )
}

type Rows = ReturnType<typeof useIncoming>['rows']
type Steps = ReturnType<typeof useSteps>

const useSteps = (asked: Asked, rows: Rows) => {
  const client = useQueryClient()
  const go = useGo()
  const leave = useLeave()
  const [last, setPointed] = useState<Pointed>()
  const list = JSON.stringify(filterOf(asked))
  const to = (change: Partial<Asked>, replace = true) => go(addressOfAsked({ ...asked, ...change }), {}, { replace })
  const prefetch = (number: number) => {
    prefetchTicket(client, number)
    const at = rows.findIndex(({ item }) => item.number === number)
    for (const { item } of rows.slice(at + 1, at + 3)) prefetchTicket(client, item.number)
  }
  const besides = () => window.matchMedia('(min-width: 900px)').matches
  return {
    pointed: pointedIn(rows, list, last),
    open: (ticket: number) => {
      setPointed({ list, number: ticket })
      prefetch(ticket)
      to({ ticket }, asked.ticket !== undefined)
    },
    /** The pointer rests on it, so it is likely to be opened. */
    point: (number: number) => prefetchTicket(client, number),
    step: (number: number) => {
      setPointed({ list, number })
      prefetch(number)
      if (asked.ticket !== undefined && besides()) to({ ticket: number })
    },
    close: () => {
      if (asked.ticket !== undefined) leave(addressOfList(asked), (address) => isListAt(address, asked))
    },
    /** The same, without what it began with. */
    stay: () => to({}),
    filter: (change: Partial<Asked>) => to({ ...change }),
  }
}

/**
 * A key pressed in the list acts on the row that is pointed at: its ticket is opened and asked to do it. A button of a mail
 * names its act in the address, which is asked once.
 */
const useActs = (asked: Asked, steps: Steps) => {
  const begins = useQueryOfAddress()['do']
  const [act, setAct] = useState<{ ticket: number; act: Act } | undefined>(() =>
    asked.ticket !== undefined && isAct(begins) && asksFirst(begins)
      ? { ticket: asked.ticket, act: begins }
      : undefined,
  )
  return {
    act: act?.ticket === asked.ticket ? act?.act : undefined,
    done: () => {
      setAct(undefined)
      if (begins !== undefined) steps.stay()
    },
    actOn: (act: Act) => {
      if (steps.pointed === undefined || asked.ticket !== undefined) return
      setAct({ ticket: steps.pointed, act })
      steps.open(steps.pointed)
    },
  }
}

const Hands = ({ steps, asked, onAct }: { steps: Steps; asked: Asked; onAct: (act: Act) => void }) => {
  const go = useGo()
  const { may } = useSession()
  useKeys({
    '/': () => document.querySelector<HTMLInputElement>('[data-search]')?.focus(),
    escape: steps.close,
  })
  useKeys({ v: () => go('/review', { ticket: asked.ticket ?? steps.pointed }) }, may('solution.review'))
  useKeys(
    {
      a: () => onAct('assign'),
      t: () => onAct('take'),
      r: () => onAct('reply'),
      n: () => onAct('note'),
      s: () => onAct('propose-solution'),
      d: () => onAct('mark-duplicate'),
    },
    asked.ticket === undefined,
  )
  return null
}
