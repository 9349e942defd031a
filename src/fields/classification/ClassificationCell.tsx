import { Pill } from '../../web/ui/index.ts'
import type { Tone } from '../../web/ui/index.ts'

type Props = {
  /** The value's word, in the reader's language. */
  readonly label: string
  readonly tone?: Tone
}

export const ClassificationCell = ({ label, tone = 'neutral' }: Props) => <Pill tone={tone}>{label}</Pill>
