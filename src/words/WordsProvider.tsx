// Hands the reader's words and formats to every view: `const { t, format } = useWords()`.
import { createContext, use } from 'react'
import type { ReactNode } from 'react'
import type { Format } from './format.ts'
import type { Translate } from './key.ts'

export type ReaderWords = { readonly t: Translate; readonly format: Format }

const WordsContext = createContext<ReaderWords | undefined>(undefined)

export const WordsProvider = ({ words, children }: { readonly words: ReaderWords; readonly children: ReactNode }) => (
  <WordsContext value={words}>{children}</WordsContext>
)

export const useWords = (): ReaderWords => {
  const words = use(WordsContext)
  if (!words) throw new Error('useWords needs a WordsProvider above it')
  return words
}
