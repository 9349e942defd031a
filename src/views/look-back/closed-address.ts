import { beginOfDay } from '../../fields/date-time/local-time.ts'
import { daysLater } from '../../statistics/day.ts'
import { pageAddress } from '../../web/page-address.ts'

export type Whose = { readonly group?: string | undefined; readonly member?: string | undefined }

/** Exactly the closings that the figures count from one day to the end of another: docs/figures.md. */
export const closedBetween = (closedFrom: string, closedTo: string, whose: Whose = {}, score?: string): string =>
  endedBetween(closedFrom, closedTo, 'accepted,silence,desk,cancelled', whose, score)

/** Exactly the tickets that were joined with another in that time. */
export const duplicatesBetween = (closedFrom: string, closedTo: string, whose: Whose = {}): string =>
  endedBetween(closedFrom, closedTo, 'duplicate', whose)

const endedBetween = (
  closedFrom: string,
  closedTo: string,
  ended: string,
  { group, member }: Whose,
  score?: string,
): string => pageAddress('/closed', { closedFrom, closedTo, group, member, reopened: 'any', ended, score })

/** What lies between days that were counted in another time zone than the organisation has now: between instants. */
export const edgesIn = (counted: string, now: string | undefined, first: string, last: string): [string, string] => {
  const begins = (day: string) => beginOfDay(day, counted) ?? day
  return now === undefined || counted === now ? [first, last] : [begins(first), begins(daysLater(last, 1))]
}
