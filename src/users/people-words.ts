/** The signs at which names and addresses are cut into words; people_words() of the migrations cuts at the same. */
const between = /[@.\-_+'’,/\s]+/u

/** What was typed, as a question to users_words: every word by its beginning, in any order. Null: nothing to look for. */
export function questionFor(search: string): string | null {
  const words = search
    .toLowerCase()
    .split(between)
    .map((word) => word.replace(/['\\\0:&|!()<>*]/gu, ''))
    .filter((word) => word !== '')
    .slice(0, 8)
  return words.length > 0 ? words.map((word) => `'${word}':*`).join(' & ') : null
}

/** The addresses in what was typed, or how far they were: cut into words, c@example.com is everybody at example.com. */
export const addressesIn = (search: string): string[] =>
  (search.toLowerCase().match(/[^\s,;:<>()"]+@[^\s,;:<>()"]*/gu) ?? []).slice(0, 8)
