// Which words of a sentence tell what it is about: for finding what looks alike, in any language.
import type { PresentedText } from '../../fields/multilingual-text/multilingual-text.ts'

/** By their bare form: short words say nothing; letters count without their marks, an Arabic word without its article. */
export const tellingWords = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .map((word) => [bare(word), word] as const)
      .filter(([word]) => word.length > 3 || /\d/u.test(word)),
  )

const bare = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^ال(?=..)/u, '')

/** The words that one has in common with another, as the other writes them, in whichever of its languages shares the most. */
export const sharedWords = (words: ReadonlyMap<string, string>, { texts }: Pick<PresentedText, 'texts'>): string[] => {
  const known = [...words.keys()]
  return Object.values(texts)
    .map(({ text }) => [...tellingWords(text)])
    .map((telling) =>
      telling.filter(([word]) => known.some((other) => isSame(word, other))).map(([, written]) => written),
    )
    .reduce((most, some) => (some.length > most.length ? some : most), [])
}

/** The same, or the same with an ending: declaration and declarations. What has digits is a name and is the same or another. */
function isSame(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length > 4 && long.length - short.length <= 3 && long.startsWith(short) && !/\d/u.test(long)
}

/** Two words in common, or a third of a long sentence. */
export const enough = (words: number): number => Math.max(2, Math.ceil(words / 3))
