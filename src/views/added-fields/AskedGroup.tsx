import { useId } from 'react'
import type { ReactNode } from 'react'
import styles from './AddedFields.module.css'

type Props = {
  readonly label: ReactNode
  readonly aside: string | false
  readonly help: ReactNode
  readonly error: string | undefined
  readonly children: ReactNode
}

/** A field that is more than one control: named, helped and marked as one. */
export const AskedGroup = ({ label, aside, help, error, children }: Props) => {
  const id = useId()
  const says = error || help
  return (
    <div
      role="group"
      aria-labelledby={id}
      aria-describedby={says ? `${id}-says` : undefined}
      data-wrong={error ? true : undefined}
      className={styles['group']}
    >
      <div id={id} className={styles['label']}>
        {label} {aside && <span className="dim">{aside}</span>}
      </div>
      {children}
      {says && (
        <p id={`${id}-says`} className={styles[error ? 'error' : 'help']} role={error ? 'alert' : undefined}>
          {says}
        </p>
      )}
    </div>
  )
}
