import type { ReactNode } from 'react'
import styles from './Status.module.css'
import { classes } from './classes.ts'

export type Status = 'open' | 'inProgress' | 'responded' | 'closed' | 'duplicate'

const ring = <circle cx="8" cy="8" r="5.8" fill="none" stroke="currentColor" strokeWidth="1.8" />

/** The shape carries the status, colour only repeats it: readable in greyscale and at 13 px. */
const shapes: Record<Status, ReactNode> = {
  open: ring,
  inProgress: (
    <>
      {ring}
      <path className={styles['half']} d="M8 4.9a3.1 3.1 0 0 1 0 6.2z" fill="currentColor" />
    </>
  ),
  responded: (
    <>
      {ring}
      <circle cx="8" cy="8" r="3" fill="currentColor" />
    </>
  ),
  closed: (
    <>
      <circle cx="8" cy="8" r="6.7" fill="currentColor" />
      <path
        d="M5.1 8.2 7.2 10.3 11 6.1"
        fill="none"
        stroke="var(--ground, var(--surface-1))"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  duplicate: (
    <g fill="none" stroke="currentColor" strokeWidth="1.6">
      <circle cx="5.9" cy="8" r="4.1" />
      <path d="M9.2 4.1a4.1 4.1 0 1 1 0 7.8" strokeLinecap="round" />
    </g>
  ),
}

type Props = {
  readonly status: Status
  readonly label?: string | undefined
  readonly size?: number
  readonly className?: string
}

/** With a label it says the status; without one it stands beside the word. */
export const StatusGlyph = ({ status, label, size = 16, className }: Props) => (
  <svg
    className={classes(styles['glyph'], className)}
    data-status={status}
    viewBox="0 0 16 16"
    width={size}
    height={size}
    {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
  >
    {shapes[status]}
  </svg>
)
