import { useState } from 'react'
import type { ReactNode } from 'react'
import { IconButton, Popover, together } from '../ui/index.ts'
import styles from './Bell.module.css'

type Props = {
  /** "Notices", and with unread ones "Notices, 3 unread". */
  readonly label: string
  readonly unread: boolean
  readonly title: string
  /** "Mark all as read". */
  readonly action?: ReactNode
  readonly onOpen?: () => void
  /** In the rail, where the room is towards the page: start. */
  readonly align?: 'start' | 'end'
  /** The list, or an empty state, or its skeleton; told how to close the panel. */
  readonly children: (close: () => void) => ReactNode
}

export const Bell = ({ label, unread, title, action, onOpen, align = 'end', children }: Props) => {
  const [open, setOpen] = useState(false)
  const change = (next: boolean) => {
    setOpen(next)
    if (next) onOpen?.()
  }
  return (
    <Popover
      open={open}
      onOpen={change}
      align={align}
      role="dialog"
      label={title}
      className={styles['panel']}
      anchor={(anchor) => (
        <IconButton {...anchor} icon="bell" label={label} className={styles['bell']}>
          {unread && <i className={styles['dot']} />}
        </IconButton>
      )}
    >
      <header className={styles['head']}>
        <h2>{title}</h2>
        {action}
      </header>
      <div className={styles['list']}>{children(() => setOpen(false))}</div>
    </Popover>
  )
}

type NoticeProps = {
  readonly unread: boolean
  readonly unreadLabel: string
  readonly at: ReactNode
  readonly onOpen: () => void
  readonly children: ReactNode
}

export const NoticeRow = ({ unread, unreadLabel, at, onOpen, children }: NoticeProps) => (
  <button type="button" className={styles['notice']} data-unread={unread || undefined} onClick={onOpen}>
    <i className={styles['mark']} {...(unread && { role: 'img', 'aria-label': unreadLabel })} />
    <span className={styles['said']}>{together(children)}</span>
    <span className={styles['at']}>{at}</span>
  </button>
)
