// What changed between two versions of a text, word by word, in any script: words are what Intl.Segmenter calls words. The
// shortest way from one to the other is Myers' (An O(ND) difference algorithm, 1986).

export type Part = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Both texts in one, word by word as the language parts words: joined, the same and added parts are `after`. */
export const wordDiff = (before: string, after: string, language = 'en'): Part[] => {
  const [old, now] = [wordsOf(before, language), wordsOf(after, language)]
  const start = countSame(old, now)
  const end = countSame(old.slice(start).toReversed(), now.slice(start).toReversed())
  const middle = edits(old.slice(start, old.length - end), now.slice(start, now.length - end))
  return readable([...old.slice(0, start).map(same), ...middle, ...old.slice(old.length - end).map(same)])
}

const same = (text: string): Part => ({ kind: 'same', text })
const added = (text: string): Part => ({ kind: 'added', text })
const removed = (text: string): Part => ({ kind: 'removed', text })

/** Not every language has a segmenter of its own, but each tag is taken. */
const wordsOf = (text: string, language: string): string[] =>
  [...new Intl.Segmenter(supported(language), { granularity: 'word' }).segment(text)].map(({ segment }) => segment)

const supported = (language: string): string => {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

const countSame = (one: readonly string[], other: readonly string[]): number => {
  const differs = one.findIndex((word, index) => word !== other[index])
  return differs < 0 ? one.length : differs
}

/** More steps than this are no correction but another text: it is shown as such, and nobody waits for the exact way. */
const mostSteps = 1000

const edits = (old: readonly string[], now: readonly string[]): Part[] => {
  const trace = shortestWay(old, now)
  return trace ? walkBack(trace, old, now) : [...old.map(removed), ...now.map(added)]
}

/** For each number of steps, how far along `old` each diagonal reaches. */
const shortestWay = (old: readonly string[], now: readonly string[]): Map<number, number>[] | undefined => {
  const trace: Map<number, number>[] = []
  let reach = new Map([[1, 0]])
  for (let steps = 0; steps <= Math.min(old.length + now.length, mostSteps); steps++) {
    trace.push(new Map(reach))
    const next = new Map(reach)
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = goesDown(reach, diagonal, steps) ? at(reach, diagonal + 1) : at(reach, diagonal - 1) + 1
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x++
      next.set(diagonal, x)
      reach.set(diagonal, x)
      if (x >= old.length && x - diagonal >= now.length) return trace
    }
    reach = next
  }
  return undefined
}

const at = (reach: ReadonlyMap<number, number>, diagonal: number): number => reach.get(diagonal) ?? -1

const goesDown = (reach: ReadonlyMap<number, number>, diagonal: number, steps: number): boolean =>
  diagonal === -steps || (diagonal !== steps && at(reach, diagonal - 1) < at(reach, diagonal + 1))

const walkBack = (trace: readonly Map<number, number>[], old: readonly string[], now: readonly string[]): Part[] => {
  const parts: Part[] = []
  let x = old.length
  let y = now.length
  for (let steps = trace.length - 1; steps >= 0; steps--) {
    const reach = trace[steps] ?? new Map<number, number>()
    const diagonal = x - y
    const from = goesDown(reach, diagonal, steps) ? diagonal + 1 : diagonal - 1
    const [fromX, fromY] = steps === 0 ? [0, 0] : [at(reach, from), at(reach, from) - from]
    while (x > fromX && y > fromY) {
      parts.push(same(old[x - 1] ?? ''))
      x--
      y--
    }
    if (steps === 0) break
    if (x === fromX) parts.push(added(now[--y] ?? ''))
    else parts.push(removed(old[--x] ?? ''))
  }
  return parts.toReversed()
}

/**
 * As one would mark it by hand: a space, a comma or a small word that happens to be the same between two larger changes belongs
 * to both of them, and what goes stands before what comes. A new line always parts them.
 */
const readable = (parts: readonly Part[]): Part[] => {
  const regions: Region[] = []
  for (const part of joined(parts)) {
    const last = regions.at(-1)
    if (part.kind === 'same') regions.push({ same: part.text })
    else if (last && !('same' in last)) last[part.kind] += part.text
    else regions.push({ removed: '', added: '', [part.kind]: part.text })
  }
  return bridged(regions).flatMap((region) =>
    'same' in region ? [same(region.same)] : [removed(region.removed), added(region.added)].filter(({ text }) => text),
  )
}

type Changed = { removed: string; added: string }
type Region = { same: string } | Changed

const joined = (parts: readonly Part[]): Part[] => {
  const all: Part[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (last?.kind === part.kind) all[all.length - 1] = { ...last, text: last.text + part.text }
    else all.push(part)
  }
  return all
}

const bridged = (regions: readonly Region[]): Region[] => {
  const all: Region[] = []
  for (const region of regions) {
    const gap = all.at(-1)
    const before = all.at(-2)
    if (
      'same' in region ||
      !gap ||
      !('same' in gap) ||
      !before ||
      'same' in before ||
      !isSlight(gap.same, before, region)
    ) {
      all.push(region)
      continue
    }
    all.splice(-2, 2, {
      removed: before.removed + gap.same + region.removed,
      added: before.added + gap.same + region.added,
    })
  }
  return all
}

const isSlight = (gap: string, before: Changed, after: Changed): boolean => {
  if (gap.includes('\n')) return false
  return !/[\p{L}\p{N}]/u.test(gap) || gap.length * 2 < Math.min(lengthOf(before), lengthOf(after))
}

const lengthOf = ({ removed, added }: Changed): number => Math.max(removed.length, added.length)
