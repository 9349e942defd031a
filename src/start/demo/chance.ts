/** Seeded chance, so that every run loads the same rows. */
export function chance(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    below: (end: number): number => Math.floor(next() * end),
    /** Few get much: the first of `end` come up most. */
    skewed: (end: number): number => Math.floor(end * next() ** 3),
    pick: <Thing>(things: readonly Thing[]): Thing => things[Math.floor(next() * things.length)]!,
    is: (share: number): boolean => next() < share,
  }
}

export type Chance = ReturnType<typeof chance>
