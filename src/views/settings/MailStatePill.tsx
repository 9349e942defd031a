import { Pill } from '../../web/ui/index.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { toneOf } from './mail-questions.tsx'
import type { MailState } from '../../entities/mail-tables.ts'

export const MailStatePill = ({ state }: { readonly state: MailState }) => {
  const { t } = useWords()
  return <Pill tone={toneOf(state)}>{t(`administration:mail.state.${state}`)}</Pill>
}
