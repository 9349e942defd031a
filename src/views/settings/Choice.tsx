import type { ReactNode } from 'react'
import { Field } from '../../web/ui/index.ts'
import styles from './Settings.module.css'

type Option = { readonly value: string; readonly label: string; readonly lang?: string | undefined }
type Props = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly value: string
  readonly options: readonly Option[]
  readonly onValue: (value: string) => void
  readonly disabled?: boolean
}

/** One of a list that is too long to lie open. */
export const Choice = ({ label, hint, error, value, options, onValue, disabled = false }: Props) => (
  <Field label={label} hint={hint} error={error}>
    {(ids) => (
      <select
        {...ids}
        className={styles['select']}
        value={value}
        disabled={disabled}
        onChange={(event) => onValue(event.target.value)}
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
