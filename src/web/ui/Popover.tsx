import { useCallback, useEffect, useId, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import styles from './Popover.module.css'
import { classes } from './classes.ts'
import { focusFromNowhere } from './focus.ts'
import { placeOf } from './place.ts'

export type Anchor = {
  readonly ref: (element: HTMLElement | null) => void
  readonly 'aria-expanded': boolean
  readonly 'aria-controls': string
  readonly onClick: () => void
}
type Props = {
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  /** The button: it spreads what it is given. */
  readonly anchor: (anchor: Anchor) => ReactNode
  readonly align?: 'start' | 'end'
  readonly className?: string | undefined
  readonly label?: string
  readonly role?: string
  readonly children: ReactNode
}

/**
 * A panel in the browser's top layer: nothing clips it, Escape and a click elsewhere close it, the focus goes back to its
 * button. Only where it stands is ours to say.
 */
export const Popover = ({
  open,
  onOpen,
  anchor,
  align = 'start',
  className,
  label,
  role = 'group',
  children,
}: Props) => {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLElement | null>(null)
  const before = useRef<Element | null>(null)
  const place = useCallback(() => settle(panel.current, button.current, align), [align])

  useLayoutEffect(() => {
    const element = panel.current
    if (!element) return
    const shown = element.matches(':popover-open')
    if (open && !shown) {
      before.current = document.activeElement
      element.showPopover()
    }
    if (!open && shown) {
      element.hidePopover()
      // what was chosen had the focus and is gone: the browser finds nothing to give back
      focusFromNowhere(before.current)
      focusFromNowhere(button.current)
    }
    if (open) place()
  }, [open, place])
  useLayoutEffect(() => {
    if (open) place()
  })
  useEffect(() => {
    if (!open) return
    window.addEventListener('resize', place)
    window.addEventListener('scroll', place, { capture: true, passive: true })
    return () => {
      window.removeEventListener('resize', place)
      window.removeEventListener('scroll', place, { capture: true })
    }
  }, [open, place])

  return (
    <>
      {anchor({
        ref: (element) => {
          button.current = element
        },
        'aria-expanded': open,
        'aria-controls': id,
        onClick: () => onOpen(!open),
      })}
      <div
        ref={panel}
        id={id}
        role={role}
        aria-label={label}
        popover="auto"
        className={classes(styles['panel'], className)}
        onToggle={(event) => {
          if (event.newState === 'closed' && !isPressed(button.current)) onOpen(false)
        }}
      >
        {open && children}
      </div>
    </>
  )
}

/** The press that closes it by clicking elsewhere may be on its own button, whose click then closes it: not twice. */
const isPressed = (button: HTMLElement | null): boolean => button?.matches(':active') ?? false

const settle = (panel: HTMLElement | null, button: HTMLElement | null, align: 'start' | 'end'): void => {
  if (!panel || !button) return
  panel.style.maxBlockSize = ''
  const { top, left, maxHeight } = placeOf({
    anchor: button.getBoundingClientRect(),
    panel: { width: panel.offsetWidth, height: panel.offsetHeight },
    view: { width: document.documentElement.clientWidth, height: window.innerHeight },
    align,
    rtl: getComputedStyle(button).direction === 'rtl',
  })
  // Measured in the page's own pixels, which have no reading direction.
  panel.style.setProperty('top', `${top}px`)
  panel.style.setProperty('left', `${left}px`)
  panel.style.maxBlockSize = `${maxHeight}px`
}
