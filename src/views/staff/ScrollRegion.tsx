import type { ReactNode, Ref, UIEventHandler } from 'react'

type Props = {
  readonly label: string
  readonly className: string | undefined
  readonly regionRef?: Ref<HTMLElement>
  readonly onScroll?: UIEventHandler<HTMLElement>
  readonly children: ReactNode
}

/** A part of the page that scrolls by itself, also by keyboard, where nothing in it can have the focus. */
export const ScrollRegion = ({ label, className, regionRef, onScroll, children }: Props) => (
  // WCAG 2.1.1: what scrolls must be reachable by key.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <section ref={regionRef} className={className} aria-label={label} tabIndex={0} onScroll={onScroll}>
    {children}
  </section>
)
