import { useId } from 'react'
import type { ReactNode } from 'react'
import styles from './Segmented.module.css'

type Option<T extends string> = { readonly value: T; readonly label: ReactNode }
type Props<T extends string> = {
  readonly label: string
  readonly options: readonly Option<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** One of a few, all in sight: radio buttons side by side. */
export const Segmented = <T extends string>({ label, options, value, onChange }: Props<T>) => {
  const name = useId()
  return (
    <div className={styles['group']} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={styles['option']}>
          <input
            className={styles['input']}
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
