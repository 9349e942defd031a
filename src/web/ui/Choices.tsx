import styles from './Choices.module.css'

type Choice<Value extends string> = { readonly value: Value; readonly label: string }
type ChoicesProps<Value extends string> = {
  readonly kind: 'checkbox' | 'radio'
  readonly name: string
  /** The name stands above them, where nothing else says it. */
  readonly titled?: boolean
  readonly choices: readonly Choice<Value>[]
  readonly chosen: readonly Value[]
  readonly onChosen: (chosen: Value[]) => void
}

/** Some of a few, or one of them, in a list that was opened to choose from. */
export const Choices = <Value extends string>({
  kind,
  name,
  titled = false,
  choices,
  chosen,
  onChosen,
}: ChoicesProps<Value>) => (
  <fieldset className={styles['choices']}>
    <legend className={titled ? styles['legend'] : 'sr-only'}>{name}</legend>
    {choices.map(({ value, label }) => (
      <label key={value}>
        <input
          type={kind}
          name={name}
          checked={chosen.includes(value)}
          onChange={({ target }) => {
            if (kind === 'radio') return onChosen([value])
            onChosen(target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
          }}
        />
        {label}
      </label>
    ))}
  </fieldset>
)
