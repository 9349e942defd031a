import { useSyncExternalStore } from 'react'
import { Icon } from './Icon.tsx'
import { Link } from './Link.tsx'
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
}

/** Stands once in the page. */
export const Toasts = ({ label, dismiss, number = String }: Props) => {
  const all = useSyncExternalStore(toasts.subscribe, toasts.get, toasts.get)
  return (
    <section className={styles['region']} aria-label={label} aria-live="polite">
      {all.map((toast) => (
        <ToastShown key={toast.id} toast={toast} dismiss={dismiss} number={number} />
      ))}
    </section>
  )
}

const ToastShown = ({
  toast,
  dismiss,
  number,
}: {
  toast: Toast
  dismiss: string
  number: (value: number) => string
}) => (
  <div
    className={styles['toast']}
    data-tone={toast.tone}
    onPointerEnter={() => toasts.hold(toast.id, 'pointer', true)}
    onPointerLeave={() => toasts.hold(toast.id, 'pointer', false)}
    onFocus={() => toasts.hold(toast.id, 'focus', true)}
    onBlur={() => toasts.hold(toast.id, 'focus', false)}
  >
    <p className={styles['text']}>{together(toast.text)}</p>
    {toast.undo && (
      <button type="button" className={styles['undo']} onClick={() => toasts.undo(toast.id)}>
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
