import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { focusFromNowhere } from '../../web/ui/focus.ts'

/**
 * Whoever goes from one ticket to the next, which takes the place of what had the focus, reads on from the next one's title; it
 * may have to be fetched first.
 */
export const useTitleTakesFocus = (page: RefObject<HTMLElement | null>, ticket: number | undefined): void => {
  const before = useRef(ticket)
  useEffect(() => {
    if (before.current === ticket) return
    before.current = ticket
    if (ticket !== undefined && page.current) return focusTitleIn(page.current)
  }, [page, ticket])
}

const focusTitleIn = (page: HTMLElement): (() => void) | undefined => {
  const focus = () => {
    const title = page.querySelector('[data-title]')
    focusFromNowhere(title)
    return title !== null
  }
  if (focus()) return undefined
  const watch = new MutationObserver(() => focus() && watch.disconnect())
  watch.observe(page, { childList: true, subtree: true })
  return () => watch.disconnect()
}
