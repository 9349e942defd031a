import { contrast, grounds, weakPlaces } from '../../../settings/accent.ts'

/** The accent of src/web/ui/tokens.css. */
export const builtInAccent = '#03656c'

export const isColour = (typed: string): boolean => /^#[0-9a-f]{6}$/iu.test(typed)

/** Rounded down: never better than it is. */
export const leastContrastOf = (accent: string): number =>
  Math.floor(Math.min(...Object.values(grounds).map((ground) => contrast(accent, ground))) * 10) / 10

/** The same hue, darkened as little as is needed. */
export const nearestReadable = (accent: string): string => {
  const channel = (at: number) => Number.parseInt(accent.slice(at, at + 2), 16)
  for (let share = 1; share > 0; share -= 0.01) {
    const tried = `#${[1, 3, 5]
      .map((at) =>
        Math.round(channel(at) * share)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`
    if (weakPlaces(tried).length === 0) return tried
  }
  return builtInAccent
}
