import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { together } from './together.tsx'
import styles from './Banner.module.css'

type Props = {
  readonly tone?: 'wait' | 'danger' | 'success' | 'accent' | 'neutral'
  readonly icon?: IconName
  readonly action?: ReactNode
  /** Read out when it appears; a danger at once. */
  readonly live?: boolean
  readonly children: ReactNode
}
const ownIcon: Record<NonNullable<Props['tone']>, IconName> = {
  wait: 'undo',
  danger: 'warning',
  success: 'check',
  accent: 'info',
  neutral: 'info',
}

/** One thing to know before reading on: shown as of 11:42, returned by Lina, a duplicate of T-987. */
export const Banner = ({ tone = 'neutral', icon, action, live = false, children }: Props) => (
  <div className={styles['banner']} data-tone={tone} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
    <Icon name={icon ?? ownIcon[tone]} />
    <div className={styles['text']}>{together(children)}</div>
    {action}
  </div>
)
