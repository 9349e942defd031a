// Hints that something changed, without content: whoever shows it asks again. What happened while nobody listened is
// unknown, so the server says `catchUp` whenever a stream opens, and everything shown is asked for again. The browser
// reconnects by itself after a break; where it gives up (an answer that is no stream) we say `refused`, since whoever shows it
// may be signed out, and open a new one, later each time.

export type Hint = { readonly kind: string; readonly ticket?: number }
export type LiveStatus = 'connecting' | 'live' | 'reconnecting'
type Source = Pick<EventSource, 'close' | 'readyState' | 'onopen' | 'onerror' | 'onmessage'>
/** Whether the tab is seen. A browser keeps six lines to one place over HTTP/1.1: the seventh tab would wait for ever. */
type Sight = { readonly isHidden: () => boolean; readonly watch: (run: () => void) => void }
type Options = {
  readonly sight?: Sight
  readonly open?: (address: string) => Source
  readonly later?: (run: () => void, milliseconds: number) => unknown
}

export type Live = ReturnType<typeof openLive>

export const openLive = (
  address = '/api/v1/live',
  { sight = ofTab, open = defaultOpen, later = setTimeout }: Options = {},
) => {
  const listeners = new Set<(hint: Hint) => void>()
  const watchers = new Set<() => void>()
  let status: LiveStatus = 'connecting'
  let lastId = ''
  let failures = 0
  let source: Source | undefined
  let closed = false

  const become = (next: LiveStatus) => {
    if (next === status) return
    status = next
    for (const watcher of watchers) watcher()
  }
  const tell = (hint: Hint) => {
    for (const listener of listeners) listener(hint)
  }
  const connect = () => {
    if (closed || source || sight.isHidden()) return
    source = open(lastId ? `${address}?lastEventId=${encodeURIComponent(lastId)}` : address)
    source.onopen = () => {
      failures = 0
      become('live')
    }
    source.onmessage = (event) => {
      if (event.lastEventId) lastId = event.lastEventId
      const hint = parse(event.data)
      if (hint) tell(hint)
    }
    source.onerror = () => {
      become('reconnecting')
      if (source?.readyState !== closedState) return
      leave()
      tell({ kind: 'refused' })
      later(connect, waitAfter(failures++))
    }
  }
  const leave = () => {
    source?.close()
    source = undefined
  }
  sight.watch(() => {
    if (sight.isHidden()) later(() => sight.isHidden() && leave(), patience)
    else connect()
  })
  connect()

  return {
    subscribe: (listener: (hint: Hint) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** For useSyncExternalStore. */
    status: {
      subscribe: (watcher: () => void) => {
        watchers.add(watcher)
        return () => void watchers.delete(watcher)
      },
      get: () => status,
    },
    close: () => {
      closed = true
      leave()
    },
  }
}

const closedState = 2
/** Whoever looks elsewhere for a moment keeps the line; who comes back later is told `catchUp`. */
const patience = 10_000
const ofTab: Sight = {
  isHidden: () => document.hidden,
  watch: (run) => document.addEventListener('visibilitychange', run),
}
const defaultOpen = (address: string): Source => new EventSource(address)

/** One second, two, four … thirty, each a little different, so that a restarted server is not met by everybody at once. */
const waitAfter = (failures: number): number => Math.min(30_000, 1000 * 2 ** failures) * (0.75 + Math.random() / 2)

const parse = (data: unknown): Hint | undefined => {
  try {
    const hint: unknown = JSON.parse(String(data))
    return isHint(hint) ? hint : undefined
  } catch {
    return undefined
  }
}

const isHint = (value: unknown): value is Hint =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
