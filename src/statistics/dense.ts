// A line over years of days swings at every weekend: drawn as it is, it is a carpet that hides the bars.
import type { Grain } from './closed-tickets-over-time/closed-tickets-over-time.ts'

/** More bars than this are thinner than a line across them. */
export const isDense = (count: number): boolean => count > 92

/** A week around each day, so that weekends level out. */
export const smoothDays = 7

/** Counts only: medians and ratings have no mean that would be true. */
export const isSmoothed = (by: Grain, count: number, kind: 'count' | 'time' | 'stars'): boolean =>
  by === 'day' && kind === 'count' && isDense(count)

/** Each with the three before and after it, as many as there are. */
export const smoothed = (values: readonly (number | null)[]): (number | null)[] =>
  values.map((value, index) => {
    if (value === null) return null
    const around = values.slice(Math.max(0, index - 3), index + 4).flatMap((each) => (each === null ? [] : [each]))
    return around.reduce((sum, each) => sum + each, 0) / around.length
  })
