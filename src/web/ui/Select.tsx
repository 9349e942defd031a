import { Field } from './Field.tsx'
import styles from './Select.module.css'

type Props = {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: string
  readonly onValue: (value: string) => void
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** One of several, from the system's own list. */
export const Select = ({ label, hint, error, value, onValue, options }: Props) => (
  <Field label={label} hint={hint} error={error}>
    {(ids) => (
      <select {...ids} className={styles['select']} value={value} onChange={({ target }) => onValue(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
)
