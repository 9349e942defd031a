import type { Figures } from './closed-tickets-over-time.ts'

/** The counts of a period, as the cells have them. */
export type Counts = {
  opened: number
  reopened: number
  closed: number
  duplicates: number
  moved: number
  rated_1: number
  rated_2: number
  rated_3: number
  rated_4: number
  rated_5: number
}

export type Period = Counts & { backlog: number }

export const none: Counts = {
  opened: 0,
  reopened: 0,
  closed: 0,
  duplicates: 0,
  moved: 0,
  rated_1: 0,
  rated_2: 0,
  rated_3: 0,
  rated_4: 0,
  rated_5: 0,
}

/** `ratingAverage` is between 1 and 5, not rounded; null where nobody rated. */
export function figuresOf(period: Period): Figures {
  const { opened, reopened, closed, duplicates, moved, backlog, rated_1, rated_2, rated_3, rated_4, rated_5 } = period
  const ratings = rated_1 + rated_2 + rated_3 + rated_4 + rated_5
  const stars = rated_1 + 2 * rated_2 + 3 * rated_3 + 4 * rated_4 + 5 * rated_5
  const ratingAverage = ratings > 0 ? stars / ratings : null
  return { opened, reopened, closed, duplicates, moved, backlog, ratings, ratingAverage }
}

/** Several periods as one: what happened is summed, what stands is as it stands at the end. */
export function total(periods: readonly Period[]): Figures {
  const sums = { ...none }
  for (const period of periods) for (const column of countNames) sums[column] += period[column]
  return figuresOf({ ...sums, backlog: periods.at(-1)?.backlog ?? 0 })
}

export const countNames = Object.keys(none) as (keyof Counts)[]
