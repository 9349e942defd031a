const longest = 30

/** A key made of Latin words, 'Order number' → orderNumber; digits do not begin one, a small letter does. Empty where nothing is left. */
export function keyOfWords(words: readonly string[]): string {
  const joined = words.map((word, index) => (index === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1)))
  const [first = '', ...rest] = joined.join('').replace(/^\d+/u, '').slice(0, longest)
  return first.toLowerCase() + rest.join('')
}
