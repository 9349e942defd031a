// The address as views read and change it. Nothing here knows the table of routes.
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback, useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { pageAddress } from '../../web/page-address.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Which address this one was come to from, where that is known: going back leads there. */
    readonly before?: string
  }
}

type Query = Readonly<Record<string, string | number | undefined>>

export const useQueryOfAddress = (): Readonly<Record<string, unknown>> => useSearch({ strict: false })

export const useParamsOfAddress = (): Readonly<Record<string, unknown>> => useParams({ strict: false })

/** Goes somewhere; `replace` where going back should not stop here. */
export const useGo = () => {
  const navigate = useNavigate()
  const { history } = useRouter()
  return useCallback(
    (path: string, query: Query = {}, { replace = false }: { replace?: boolean } = {}) => {
      const href = pageAddress(path, query)
      const { location } = history
      // what is replaced leaves what lies before it; to where one is already there is no step
      const stays = replace || href === location.href
      void navigate({ href, replace, state: stays || { before: location.href } })
    },
    [navigate, history],
  )
}

/**
 * Leaves what a list opened beside itself or over itself. Where the step before is that list it is gone back to, so that Back
 * leads to what was before the list; else the list takes the place of this step.
 */
export const useLeave = () => {
  const { history } = useRouter()
  const go = useGo()
  const left = useRef<unknown>(undefined)
  return useCallback(
    (list: string, isList: (address: string) => boolean) => {
      const { location } = history
      // going back takes a moment, in which a second Escape would leave the list too
      if (left.current === location) return
      const { before } = location.state
      if (before === undefined || !isList(before)) return go(list, {}, { replace: true })
      left.current = location
      history.back()
    },
    [history, go],
  )
}

/**
 * Going back, the router puts everything that scrolls to where it was when one left that step. A list that stood there all the
 * time, beside what it opened, was scrolled since by whoever went on in it: it stays.
 */
export const useStaysScrolled = (scroller: RefObject<HTMLElement | null>): void => {
  const router = useRouter()
  // ended with the list: the one that takes its place is put to where the router had it
  useLayoutEffect(() => {
    let stood: number | undefined
    const ends = [
      router.subscribe('onBeforeLoad', () => {
        const element = scroller.current
        // behind the ticket on a phone it is not drawn, and has no place
        stood = element?.clientHeight ? element.scrollTop : undefined
      }),
      router.subscribe('onRendered', () => {
        if (stood !== undefined) scroller.current?.scrollTo({ top: stood })
      }),
    ]
    return () => ends.forEach((end) => end())
  }, [router, scroller])
}
