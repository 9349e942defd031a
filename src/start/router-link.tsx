// A link that goes to another page of ours without loading everything anew; anything else is the browser's own link.
import type { MouseEvent } from 'react'
import type { LinkComponent, LinkProps } from '../web/ui/index.ts'
import type { AppRouter } from './routes.tsx'

export const linkOf = (router: Pick<AppRouter, 'history'>): LinkComponent =>
  function RouterLink({ href, replace = false, onClick, children, ...native }: LinkProps) {
    const isOurs = href.startsWith('/') && !native.target && native.download === undefined
    const follow = (event: MouseEvent<HTMLAnchorElement>) => {
      onClick?.(event)
      if (!isOurs || event.defaultPrevented || !isPlain(event)) return
      event.preventDefault()
      const { history } = router
      if (replace) history.replace(href, history.location.state)
      else history.push(href, { before: history.location.href })
    }
    return (
      <a {...native} href={href} onClick={follow}>
        {children}
      </a>
    )
  }

/** With a key held, or with another button, people want a new tab or a window. */
const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
