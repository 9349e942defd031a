import { useId } from 'react'
import styles from './Switch.module.css'

type Props = {
  readonly label: string
  /** What it means as it stands now. */
  readonly hint: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

export const Switch = ({ label, hint, on, onChange }: Props) => {
  const id = useId()
  return (
    <div className={styles['switch']}>
      <input
        type="checkbox"
        role="switch"
        id={`${id}-switch`}
        aria-checked={on}
        checked={on}
        aria-describedby={id}
        onChange={(event) => onChange(event.target.checked)}
      />
      <i aria-hidden />
      <span>
        <label htmlFor={`${id}-switch`}>{label}</label>
        <span id={id} className={styles['switchHint']}>
          {hint}
        </span>
      </span>
    </div>
  )
}
