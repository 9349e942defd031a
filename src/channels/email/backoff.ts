import { day, minute, second } from '../../fields/date-time/spans.ts'

const longest = 15 * minute

/** When to try again after the n-th try: 15 s, 30 s, 1 min … up to a quarter of an hour, scattered so that not all come at once. */
export function pauseAfter(tries: number, random: number = Math.random()): number {
  const pause = Math.min(longest, 15 * second * 2 ** Math.max(0, tries - 1))
  return Math.round(pause * (0.75 + random / 2))
}

/** After a day without success a mail is given up, and administrators see it. */
export const givenUpAfter = day

/** However long it waited for its turn, as while no worker was there: one failure is not a day of them. */
export const fewestTries = 5
