import type { ReactNode } from 'react'
import styles from './Avatar.module.css'
import { initialsOf } from './initials.ts'

type Props = {
  /** Without a name: an empty ring, nobody. */
  readonly name?: string | null | undefined
  readonly size?: 's' | 'm' | 'l'
  /** Ours are tinted with the accent, customers are not. */
  readonly ours?: boolean
  /** Only where no name stands beside it. */
  readonly label?: string
}

export const Avatar = ({ name, size = 'l', ours = false, label }: Props) => (
  <span
    className={styles['avatar']}
    data-size={size}
    data-kind={!name ? 'nobody' : ours ? 'ours' : 'theirs'}
    title={label}
    {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
  >
    {name ? initialsOf(name) : null}
  </span>
)

/** Several, one behind the other. */
export const Avatars = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles['stack']}>{children}</span>
)
