import { useEffect, useRef, useState } from 'react'
import { SearchBox } from './SearchBox.tsx'

type Props = { readonly label: string; readonly words: string; readonly onWords: (words: string) => void }

/** Asks a moment after the last letter, so that a word is one question and not seven. */
export const WordsBox = ({ label, words, onWords }: Props) => {
  const [typed, type] = useState(words)
  const told = useRef(words)
  useEffect(() => {
    if (words === told.current) return
    told.current = words
    type(words)
  }, [words])
  useEffect(() => {
    if (typed.trim() === told.current) return
    const later = setTimeout(() => {
      told.current = typed.trim()
      onWords(told.current)
    }, 250)
    return () => clearTimeout(later)
  })
  return <SearchBox label={label} value={typed} onValue={type} />
}
