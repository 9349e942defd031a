/** The lines behind a graph of counts, from nothing to at least the most: four or five of them, at round numbers. */
export const niceScale = (most: number): number[] => {
  const step = roundUp(Math.max(most, 4) / 4)
  const lines = Math.ceil(Math.max(most, 1) / step)
  return Array.from({ length: lines + 1 }, (_, index) => index * step)
}

const roundUp = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(least))
  const times = [1, 2, 5, 10].find((each) => each * power >= least) ?? 10
  return Math.max(1, times * power)
}
