import { normalise } from '../../entities/ticket/normalise.ts'
import type { FoundText } from '../../queries/closed-tickets/found.ts'

type Found = { readonly found: FoundText | null }

/**
 * Words are learnt in one form of each letter, فاتوره. Who reads that is shown them as the tickets write them, الفاتورة: as the
 * index marked them.
 */
export const asWritten = (words: string, tickets: readonly Found[]): string => {
  const marked = tickets.flatMap(({ found }) => found?.pieces.filter((piece) => piece.marked) ?? [])
  return words
    .split(' ')
    .map((word) => {
      if (!/\p{Script=Arabic}/u.test(word)) return word
      const fits = marked.map(({ text }) => text).filter((text) => normalise(text).trim().endsWith(word))
      return fits.toSorted((one, other) => one.length - other.length)[0] ?? word
    })
    .join(' ')
}
