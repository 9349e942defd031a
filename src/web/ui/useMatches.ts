import { useCallback, useSyncExternalStore } from 'react'

/** Whether the window fits a media query, followed as it changes. */
export const useMatches = (query: string): boolean => {
  const subscribe = useCallback(
    (tell: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', tell)
      return () => list.removeEventListener('change', tell)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}
