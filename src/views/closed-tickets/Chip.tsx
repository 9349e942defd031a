import { useState } from 'react'
import type { ReactNode } from 'react'
import { Icon, Popover } from '../../web/ui/index.ts'
import type { Anchor } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import styles from './Chip.module.css'

type FaceProps = { readonly label: string; readonly value: string; readonly onClear: (() => void) | undefined }

/** A filter as a piece of the sentence: Closed 1 Sep – 22 Nov. What holds can be pressed away. */
export const chipFace =
  ({ label, value, onClear }: FaceProps) =>
  (anchor?: Anchor) => <Face label={label} value={value} onClear={onClear} anchor={anchor} />

const Face = ({ label, value, onClear, anchor }: FaceProps & { readonly anchor: Anchor | undefined }) => {
  const { t } = useWords()
  const said = (
    <>
      <span className={styles['key']}>{label}</span> <bdi className={styles['value']}>{value}</bdi>
    </>
  )
  return (
    <span className={styles['chip']} data-holds={onClear ? true : undefined}>
      {anchor ? (
        <button type="button" {...anchor}>
          {said}
          {!onClear && <Icon name="chevron" size={12} />}
        </button>
      ) : (
        <span className={styles['still']}>{said}</span>
      )}
      {onClear && (
        <button
          type="button"
          className={styles['away']}
          aria-label={t('closedTickets:clearOne', { filter: label })}
          title={t('closedTickets:clearOne', { filter: label })}
          onClick={onClear}
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </span>
  )
}

type ChipProps = FaceProps & { readonly children: (close: () => void) => ReactNode }

export const Chip = ({ children, ...face }: ChipProps) => {
  const [open, setOpen] = useState(false)
  return (
    <Popover open={open} onOpen={setOpen} label={face.label} anchor={chipFace(face)}>
      {children(() => setOpen(false))}
    </Popover>
  )
}

type Choice<Value extends string> = { readonly value: Value; readonly label: string }
type ChoicesProps<Value extends string> = {
  readonly kind: 'checkbox' | 'radio'
  readonly name: string
  readonly choices: readonly Choice<Value>[]
  readonly chosen: readonly Value[]
  readonly onChosen: (chosen: Value[]) => void
}

export const Choices = <Value extends string>({ kind, name, choices, chosen, onChosen }: ChoicesProps<Value>) => (
  <fieldset className={styles['choices']}>
    <legend className="sr-only">{name}</legend>
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
