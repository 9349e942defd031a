import { Stars } from '../../web/ui/index.ts'
import type { Score } from '../../web/ui/index.ts'

type Props = {
  readonly value: number | undefined
  readonly onValue: (score: number) => void
  readonly label: string
  /** How each step is said, from the least: "1 of 5, very poor". */
  readonly spoken: readonly [string, string, string, string, string]
  readonly disabled?: boolean
}

/** Five steps as stars; the first touch counts. */
export const ScaleInput = ({ value, onValue, ...rest }: Props) => (
  <Stars {...rest} value={isScore(value) ? value : undefined} onChange={onValue} />
)

const isScore = (value: number | undefined): value is Score =>
  value !== undefined && Number.isInteger(value) && value >= 1 && value <= 5
