import { UserText } from '../../web/ui/index.ts'
import type { ReadText } from './read-text.ts'

type Props = {
  /** What the reader gets of it: see read-text.ts. */
  readonly value: ReadText
  readonly form?: 'inline' | 'line' | 'block' | 'body'
}

export const MultilingualTextCell = ({ value: { text, language, dir }, form = 'inline' }: Props) => (
  <UserText form={form} lang={language === 'und' ? undefined : language} dir={dir}>
    {text}
  </UserText>
)
