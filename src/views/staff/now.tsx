// What time it is, to the minute: ages grow while one looks.
import { useSyncExternalStore } from 'react'
import { minute } from '../../fields/date-time/spans.ts'

const watchers = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

const tick = (): void => {
  now = Date.now()
  for (const watcher of watchers) watcher()
}

/** A page in the background is not woken by its timer: it looks at the clock when it is seen again. */
const whenSeen = (): void => {
  if (document.visibilityState === 'visible') tick()
}

const subscribe = (watcher: () => void): (() => void) => {
  if (watchers.size === 0) {
    now = Date.now()
    timer = setInterval(tick, minute / 2)
    document.addEventListener('visibilitychange', whenSeen)
  }
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
    if (watchers.size > 0) return
    clearInterval(timer)
    document.removeEventListener('visibilitychange', whenSeen)
  }
}

export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
