// What a hint makes stale: the one place that knows which questions an answer of the live stream concerns.
import type { Query, QueryClient } from '@tanstack/react-query'
import type { Hint, Live } from '../web/live.ts'

type Clients = Pick<QueryClient, 'invalidateQueries' | 'getQueryCache'>
type Later = (run: () => void, milliseconds: number) => unknown

const ofOneTicket = ['ticket', 'history', 'conversation', 'writing'] as const
const lists = ['incoming', 'counts', 'my-tickets'] as const

/** Lists are asked again once for a burst of changes, not once for each. */
const patience = 300

/** Has the pages ask anew for what a hint says has changed. Returns what ends it. */
export const followHints = (
  live: Pick<Live, 'subscribe'>,
  client: Clients,
  later: Later = setTimeout,
): (() => void) => {
  const stale = (...queryKey: (string | number)[]) => {
    const onTheirWay = client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching', predicate: isLetGoOn })
    void client.invalidateQueries({ queryKey })
    onTheirWay.forEach(askOnceMore)
  }
  const askOnceMore = ({ promise, queryKey }: Query) =>
    promise?.then(
      () => client.invalidateQueries({ queryKey, exact: true }, letGoOn),
      () => {},
    )
  /**
   * Who has scrolled down a list has many pages of it, asked one after the other: begun anew with each change of a busy desk they
   * would never all come. What is on its way comes as it was asked for, and is asked for once more. One page more is let go: what
   * is shown already comes first, and scrolling asks for that page again.
   */
  const staleList = (list: string) => {
    const onTheirWay = client.getQueryCache().findAll({ queryKey: [list], fetchStatus: 'fetching' })
    const [more, shown] = [onTheirWay.filter(isOneMore), onTheirWay.filter((query) => !isOneMore(query))]
    for (const { queryKey } of more) void client.invalidateQueries({ queryKey, exact: true })
    void client.invalidateQueries({ queryKey: [list] }, letGoOn)
    shown.forEach(askOnceMore)
  }
  let waiting = false
  const listsSoon = () => {
    if (waiting) return
    waiting = true
    later(() => {
      waiting = false
      lists.forEach(staleList)
      // what one looks back at does not move under one's eyes: it is asked again when one comes back to it
      void client.invalidateQueries({ queryKey: ['closed-tickets'], refetchType: 'none' })
    }, patience)
  }
  return live.subscribe(({ kind, ticket }: Hint) => {
    if (kind === 'notices') {
      stale('exports')
      // what they sent may have come back to them as a draft, which is no change of its ticket
      stale('writing')
      return stale('notices')
    }
    if (kind === 'figures') return stale('statistics')
    // whoever is no longer signed in is not left with what they saw: the client leads to sign-in
    if (kind === 'refused') return void client.invalidateQueries({ queryKey: ['me'], refetchType: 'all' })
    if (kind === 'presence' && ticket !== undefined) return stale('presence', ticket)
    // After a break nobody knows what was missed; and with other rights everything is answered otherwise.
    if (kind !== 'ticket' || ticket === undefined) return stale()
    for (const key of ofOneTicket) stale(key, ticket)
    listsSoon()
  })
}

/** A page further down is on its way, not what is shown. */
const isOneMore = ({ state }: Query): boolean => state.fetchMeta?.fetchMore !== undefined

/** However many wait for it to end, it is asked for once. */
const letGoOn = { cancelRefetch: false }

/**
 * The library asks anew at once, but lets a first answer, or one that nobody looks at yet, come as it was asked for, and takes it
 * for fresh: it may be from before. A page that was slow to load missed what happened meanwhile.
 */
const isLetGoOn = (query: Query): boolean => query.state.data === undefined || !query.isActive()
