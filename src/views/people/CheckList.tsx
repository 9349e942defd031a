import { useId } from 'react'
import styles from './People.module.css'

type Option = { readonly key: string; readonly label: string; readonly hint?: string | undefined }
type Props = {
  readonly label: string
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  /** To be read and not to be changed. */
  readonly fixed?: boolean
  readonly onChange: (chosen: readonly string[]) => void
}

/** Any number of a few, each with what it means. */
export const CheckList = ({ label, options, chosen, fixed = false, onChange }: Props) => {
  const id = useId()
  return (
    <fieldset className={styles['checks']} disabled={fixed}>
      <legend className={styles['legend']}>{label}</legend>
      {options.map(({ key, label: name, hint }) => (
        <label key={key} className={styles['check']}>
          <input
            type="checkbox"
            checked={chosen.includes(key)}
            aria-describedby={hint ? `${id}-${key}` : undefined}
            onChange={({ target: { checked } }) =>
              onChange(checked ? [...chosen, key] : chosen.filter((other) => other !== key))
            }
          />
          <span>
            <bdi>{name}</bdi>
            {hint && (
              <span id={`${id}-${key}`} className={styles['checkHint']}>
                {hint}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
