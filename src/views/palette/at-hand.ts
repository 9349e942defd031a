// The ticket that lies open, for whoever offers what can be done with it from elsewhere: the palette. A store of its own, since
// the page that shows the ticket and the frame that shows the palette do not know each other.
import { useEffect, useSyncExternalStore } from 'react'
import type { Act } from '../ticket/staff/acts.ts'

export type AtHand = { readonly number: number; readonly may: readonly string[]; readonly begin: (act: Act) => void }

let current: AtHand | undefined
const watchers = new Set<() => void>()

function become(next: AtHand | undefined): void {
  current = next
  for (const watcher of watchers) watcher()
}

/** Said by the page of the ticket, as long as it is shown. */
export const useSayAtHand = (ticket: AtHand): void => {
  useEffect(() => {
    become(ticket)
    return () => become(undefined)
  })
}

export const useAtHand = (): AtHand | undefined =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    () => current,
  )
