/** The accent of src/web/ui/tokens.css. */
export const builtInAccent = '#03656c'

/** The grounds of the light scheme on which the accent colour is written, as src/web/ui/tokens.css has them. */
export const grounds = {
  'surface-0': '#f6f4f1',
  'surface-1': '#fffefe',
  'surface-2': '#f1eeeb',
  'surface-overlay': '#ffffff',
  'on-accent': '#ffffff',
} as const

/** WCAG 2.2 for words. */
export const leastContrast = 4.5

export type Weak = { against: keyof typeof grounds; ratio: number }

/** Where words could not be read: the accent on our surfaces, and our words on the accent (`on-accent`). */
export const weakPlaces = (accent: string): Weak[] =>
  (Object.keys(grounds) as (keyof typeof grounds)[])
    // rounded down, so that 4.499 is never shown as the 4.5 that it lacks
    .map((against) => ({ against, ratio: Math.floor(contrast(accent, grounds[against]) * 100) / 100 }))
    .filter(({ ratio }) => ratio < leastContrast)

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

/** As WCAG 2.2 counts it, from 1 to 21; of colours as `#03656c`. */
export const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
