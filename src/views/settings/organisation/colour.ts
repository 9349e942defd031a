import { contrast, grounds } from '../../../settings/accent.ts'

export const isColour = (typed: string): boolean => /^#[0-9a-f]{6}$/iu.test(typed)

/** Rounded down: never better than it is. */
export const leastContrastOf = (accent: string): number =>
  Math.floor(Math.min(...Object.values(grounds).map((ground) => contrast(accent, ground))) * 10) / 10
