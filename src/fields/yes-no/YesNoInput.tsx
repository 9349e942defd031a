import { Segmented } from '../../web/ui/index.ts'

type Answer = 'true' | 'false' | ''
type Props = {
  readonly label: string
  readonly words: { readonly yes: string; readonly no: string; readonly none: string }
  /** Empty: neither was said. */
  readonly value: Answer
  readonly onValue: (value: Answer) => void
  readonly required?: boolean
}

/** Yes, no, or, where it may stay open, neither. */
export const YesNoInput = ({ label, words, value, onValue, required = false }: Props) => (
  <Segmented
    label={label}
    value={value}
    onChange={onValue}
    options={[
      { value: 'true', label: words.yes },
      { value: 'false', label: words.no },
      ...(required ? [] : [{ value: '' as const, label: words.none }]),
    ]}
  />
)
