import { useEffect, useId, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { IconButton } from './Button.tsx'
import styles from './Dialog.module.css'
import { modals } from './modals.ts'
import { together } from './together.tsx'
import { classes } from './classes.ts'

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  /** Without: the title is only said, and what stands inside speaks for itself. */
  readonly titled?: boolean
  /** Names the × where there is one. */
  readonly closeLabel?: string
  /** Or a drawer, at the page's end edge. */
  readonly place?: 'middle' | 'end'
  readonly wide?: boolean
  /** `onClose` may ask first: a browser lets Escape be refused once only, so here the key itself is. */
  readonly asksFirst?: boolean
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** The browser's own dialog: it holds the focus, closes with Escape and gives the focus back to where it came from. */
export const Dialog = ({
  open,
  onClose,
  title,
  titled = true,
  closeLabel,
  place = 'middle',
  wide = false,
  asksFirst = false,
  footer,
  children,
}: Props) => {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) {
      element.showModal()
      modals.opened(element)
      // what is to be written first was given the focus while nothing was shown, and the × has it now
      element.querySelector<HTMLElement>('[data-first]')?.focus()
    }
    if (!open && element.open) close(element)
  }, [open])
  // one that goes away while it is open gives the focus back too: it can only as long as it is in the page
  useLayoutEffect(() => {
    const element = dialog.current
    return () => {
      if (element?.open) close(element)
    }
  }, [])
  useEffect(() => {
    if (!open || !asksFirst) return
    const ask = (event: KeyboardEvent) => {
      // letters being composed, an open choice or a list to choose from close first, and what lies above us is not ours
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
      if (event.target instanceof HTMLSelectElement) return
      if ([...document.querySelectorAll('dialog:modal')].at(-1) !== dialog.current) return
      if (dialog.current?.querySelector(':popover-open')) return
      event.preventDefault()
      onClose()
    }
    window.addEventListener('keydown', ask)
    return () => window.removeEventListener('keydown', ask)
  })
  return (
    <dialog
      ref={dialog}
      className={classes(styles['dialog'], styles[place], wide && styles['wide'], !titled && styles['palette'])}
      aria-labelledby={id}
      onCancel={(event) => {
        // a question that was asked in here, or a choice of a file that was given up, tells us too
        if (event.target !== dialog.current) return
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => event.target === dialog.current && onClose()}
    >
      {open && (
        <div className={styles['inside']}>
          <header className={titled ? styles['head'] : 'sr-only'}>
            <h2 id={id} className={styles['title']}>
              {together(title)}
            </h2>
            {closeLabel && <IconButton icon="close" label={closeLabel} onClick={onClose} />}
          </header>
          <div className={classes(styles['body'], !titled && styles['close'])}>{children}</div>
          {footer && <footer className={styles['foot']}>{footer}</footer>}
        </div>
      )}
    </dialog>
  )
}

const close = (dialog: HTMLDialogElement): void => {
  dialog.close()
  modals.closed(dialog)
}
