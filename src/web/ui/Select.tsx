import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Field } from './Field.tsx'
import styles from './Select.module.css'

type Option = { readonly value: string; readonly label: string; readonly lang?: string | undefined }
type Props = {
  readonly label: ReactNode
  readonly aside?: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly value: string
  readonly onValue: (value: string) => void
  readonly options: readonly Option[]
  readonly required?: boolean
  readonly disabled?: boolean
  /** A touch larger, for the customer's side. */
  readonly large?: boolean
  /** As wide as its options, beside other things; else as wide as the form. */
  readonly narrow?: boolean
}

/** One of several, from the system's own list. */
export const Select = ({ label, aside, hint, error, onValue, options, large, narrow, ...native }: Props) => (
  <Field label={label} aside={aside} hint={hint} error={error}>
    {(ids) => (
      <select
        {...ids}
        {...native}
        className={classes(styles['select'], large && styles['large'], narrow && styles['narrow'])}
        onChange={({ target }) => onValue(target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
)
