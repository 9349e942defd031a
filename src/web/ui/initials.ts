// Two letters of a name where letters stand apart; one where two would join into a word (Arabic) or where one says it (Han).

const standsAlone = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}]/u
const article = /^(?:al|el|ad|ar|as|at|az|an)[-‑]/iu

export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/u).map(bare).filter(Boolean)
  const first = words[0]
  if (!first) return ''
  if (!standsAlone.test(first)) return firstLetter(first)
  const last = words.length > 1 ? words.at(-1) : undefined
  return (firstLetter(first) + (last && standsAlone.test(last) ? firstLetter(last) : '')).toLocaleUpperCase('en')
}

/** Al-Najjar is known by its N. */
const bare = (word: string): string => word.replace(article, '').replace(/^[^\p{L}\p{N}]+/u, '')

const firstLetter = (word: string): string => [...word][0] ?? ''
