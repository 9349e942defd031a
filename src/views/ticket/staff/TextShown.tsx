import { createContext, use } from 'react'
import { readText } from '../../../fields/multilingual-text/read-text.ts'
import type { ReadText } from '../../../fields/multilingual-text/read-text.ts'
import type { PresentedText } from '../../../fields/multilingual-text/multilingual-text.ts'
import { useAriaKeys } from '../../../web/keys.ts'
import { KeyCap, Icon, UserText } from '../../../web/ui/index.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useSession } from '../../session.tsx'
import { Written } from '../../written/Written.tsx'
import styles from './Thread.module.css'

type Flip = { readonly original: boolean; readonly flip: () => void }
const FlipContext = createContext<Flip>({ original: false, flip: () => undefined })

/** One key turns every text of the ticket between the reader's language and the one it was written in. */
export const TextFlip = FlipContext

export const useReadText = (text: PresentedText): ReadText => {
  const { read } = useSession()
  const { original } = use(FlipContext)
  return original ? readText(text, text.source) : read(text)
}

type Props = { readonly text: PresentedText; readonly form?: 'body' | 'inline' | 'block' }

export const TextShown = ({ text, form = 'body' }: Props) => {
  const read = useReadText(text)
  if (form === 'body') return <Written read={read} />
  return (
    <UserText form={form} lang={read.language} dir={read.dir}>
      {read.text}
    </UserText>
  )
}

export const hasSeveral = ({ texts }: PresentedText): boolean => Object.keys(texts).length > 1

/** Which language one reads, where there are several, and the way to the other. */
export const LanguageChip = ({ text }: { readonly text: PresentedText }) => {
  const { t, format } = useWords()
  const { flip } = use(FlipContext)
  const read = useReadText(text)
  const keys = useAriaKeys('o')
  if (!hasSeveral(text)) return null
  const language = format.language(text.source)
  return (
    <span className={styles['language']}>
      <Icon name="globe" size={13} />
      {read.isOriginal ? t('staffTicket:text.original', { language }) : t('staffTicket:text.translated', { language })}
      {read.outdated && <b>{t('staffTicket:text.outdated')}</b>}
      <button type="button" onClick={flip} aria-keyshortcuts={keys}>
        {read.isOriginal ? t('staffTicket:text.showTranslation') : t('staffTicket:text.showOriginal')}
      </button>
      <KeyCap keys="o" />
    </span>
  )
}
