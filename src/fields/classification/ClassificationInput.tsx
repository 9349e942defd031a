import { Segmented } from '../../web/ui/index.ts'
import type { Classification } from './classification.ts'

type Props<Value extends string> = {
  readonly field: Pick<Classification<Value>, 'values'>
  readonly label: string
  readonly words: Readonly<Record<Value, string>>
  readonly value: Value
  readonly onValue: (value: Value) => void
}

/** One value of a few, all in sight. */
export const ClassificationInput = <Value extends string>({ field, label, words, value, onValue }: Props<Value>) => (
  <Segmented
    label={label}
    options={field.values.map((each) => ({ value: each, label: words[each] }))}
    value={value}
    onChange={onValue}
  />
)
