import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { useAriaKeys } from '../keys.ts'
import { focusFromNowhere } from './focus.ts'
import { Icon } from './Icon.tsx'
import { Link } from './Link.tsx'
import { modals } from './modals.ts'
import { together } from './together.tsx'
import { toasts } from './toasts.ts'
import type { Toast } from './toasts.ts'
import styles from './Toasts.module.css'

type Props = {
  /** The region's name: "What just happened". */
  readonly label: string
  readonly dismiss: string
  /** The seconds left, in the reader's digits. */
  readonly number?: (value: number) => string
  /** What undoes the newest of them; whoever uses it listens for it. */
  readonly undoKeys?: string | undefined
}

/** Stands once in the page; while a dialog is open, in the topmost one, which would lie over it and silence it. */
export const Toasts = ({ label, dismiss, number = String, undoKeys }: Props) => {
  const dialog = useSyncExternalStore(modals.subscribe, modals.topmost, modals.topmost)
  const shown = useTakenIn(dialog)
  const newest = shown.findLast(({ undo }) => undo)
  const region = (
    <section className={styles['region']} aria-label={label} aria-live="polite">
      {shown.map((toast) => (
        <ToastShown
          key={toast.id}
          toast={toast}
          dismiss={dismiss}
          number={number}
          undoKeys={toast === newest ? undoKeys : undefined}
        />
      ))}
    </section>
  )
  return dialog ? createPortal(region, dialog) : region
}

/**
 * What comes into a region is read out, and what it already held where it was moved to is not. So what is told as a dialog
 * closes waits until the region has come to rest: it would be told twice, or never.
 */
const useTakenIn = (place: HTMLElement | undefined): readonly Toast[] => {
  const all = useSyncExternalStore(toasts.subscribe, toasts.get, toasts.get)
  const [taken, take] = useState<readonly number[]>([])
  useEffect(() => {
    const timer = setTimeout(() => take(all.map(({ id }) => id)), rest)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- counted anew where the region moves
  }, [all, place])
  return all.filter(({ id }) => taken.includes(id))
}
const rest = 100

type ShownProps = Omit<Props, 'label'> & {
  readonly toast: Toast
  readonly number: (value: number) => string
}

const ToastShown = ({ toast, dismiss, number, undoKeys }: ShownProps) => {
  const cameFromRef = useGivesBack(toast.id)
  const keys = useAriaKeys(undoKeys)
  return (
    <div
      className={styles['toast']}
      data-tone={toast.tone}
      onPointerEnter={() => toasts.hold(toast.id, 'pointer', true)}
      onPointerLeave={() => toasts.hold(toast.id, 'pointer', false)}
      onFocus={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) cameFromRef.current = relatedTarget
        toasts.hold(toast.id, 'focus', true)
      }}
      onBlur={() => toasts.hold(toast.id, 'focus', false)}
    >
      <p className={styles['text']}>{together(toast.text)}</p>
      {toast.undo && (
        <button type="button" className={styles['undo']} aria-keyshortcuts={keys} onClick={() => toasts.undo(toast.id)}>
          <span className={styles['word']}>{toast.undo.label}</span>
          <span className={styles['left']} aria-hidden>
            {number(Math.ceil(toast.left / 1000))}
          </span>
        </button>
      )}
      {toast.link && (
        <Link className={styles['undo']} href={toast.link.href} onClick={() => toasts.dismiss(toast.id)}>
          <span className={styles['word']}>{toast.link.label}</span>
        </Link>
      )}
      <button type="button" className={styles['close']} aria-label={dismiss} onClick={() => toasts.dismiss(toast.id)}>
        <Icon name="close" size={13} />
      </button>
    </div>
  )
}

/** What goes under the pointer, or with the focus in it, hears of neither leaving; the focus goes where it came from. */
const useGivesBack = (id: number) => {
  const cameFrom = useRef<Element>(null)
  useEffect(
    () => () => {
      toasts.hold(id, 'pointer', false)
      toasts.hold(id, 'focus', false)
      focusFromNowhere(cameFrom.current)
    },
    [id],
  )
  return cameFrom
}
