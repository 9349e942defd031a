/** How many letters were mistaken, left out, added or changed places: what a typing hand does (optimal string alignment). */
export function mistakes(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const least = Math.min(last[j]! + 1, row[j - 1]! + 1, changed)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = swapped ? Math.min(least, before[j - 2]! + 1) : least
    }
    before = last
    last = row
  }
  return last[b.length]!
}

/** One in a short word, two in a longer one: beyond that it is another word. */
const mostMistakes = (word: string): number => ([...word].length <= 5 ? 1 : 2)

/** The candidate that the fewest mistakes lead to; of equals the first. Undefined: none is near enough. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: { word: string; far: number } | undefined
  for (const candidate of candidates) {
    const far = mistakes(word, candidate)
    if (far > 0 && far <= mostMistakes(word) && (!best || far < best.far)) best = { word: candidate, far }
  }
  return best?.word
}
