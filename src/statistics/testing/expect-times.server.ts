import { expect } from 'vitest'
import type { TestDesk } from '../../testing/desk.server.ts'
import { timesOverRange } from '../closed-tickets-over-time/range-times.server.ts'
import { edgesOf, rangeOf } from '../closed-tickets-over-time/range.server.ts'
import { daysLater } from '../day.ts'
import type { openIndependentFigures } from './independent-figures.server.ts'

type Independent = Awaited<ReturnType<typeof openIndependentFigures>>
type Calendar = { timeZone: string; firstDayOfWeek: number }

/** The times of some ranges, thrown by dice, are those of the events, to the last digit; returns of how many there were any. */
export async function expectTimesOfEvents(
  at: TestDesk,
  independent: Independent,
  calendar: Calendar,
  throwDice: () => number,
): Promise<number> {
  await independent.replay()
  // what was answered under this version is not given again
  await independent.rows('update figure_state set version = version + 1, spread_version = spread_version + 1')
  const mariam = await at.person('mariam')
  const asks = [null, [at.groups.documents], [at.groups.documents, at.groups.billing]].flatMap((groups) =>
    (['day', 'week', 'month'] as const).flatMap((by) => [0, 1].map(() => ({ groups, by, ...someDays(at, throwDice) }))),
  )
  let measured = 0
  for (const { groups, ...asked } of asks) {
    // whoever does not see everything is answered for the groups that they are in
    const sight = { permissions: groups ? new Set<string>() : mariam.permissions, groups: new Set(groups ?? []) }
    const answer = await timesOverRange(at.desk, { ...mariam, ...sight }, asked)
    const range = rangeOf(asked, calendar, at.clock.now())
    const edges = [daysBefore(range), range.starts, edgesOf(range).at(-1)!] as const
    const [before, now] = [
      await independent.timesBetween(calendar.timeZone, edges[0], edges[1], groups),
      await independent.timesBetween(calendar.timeZone, edges[1], edges[2], groups),
    ]
    expect({ asked, groups, answer }).toEqual({ asked, groups, answer: { ...present(now), before: present(before) } })
    if (now.resolution && now.response) measured++
  }
  return measured
}

function someDays(at: TestDesk, throwDice: () => number): { from: string; to: string } {
  const today = at.clock.now().toISOString().slice(0, 10)
  const to = daysLater(today, -Math.floor(throwDice() ** 2 * 40))
  return { from: daysLater(to, -Math.floor(throwDice() * 80)), to }
}

/** Where as long a time before the range begins. */
function daysBefore({ by, starts, points }: ReturnType<typeof rangeOf>): string {
  if (by !== 'month') return daysLater(starts, -points * (by === 'week' ? 7 : 1))
  const month = new Date(`${starts}T00:00:00Z`)
  month.setUTCMonth(month.getUTCMonth() - points)
  return month.toISOString().slice(0, 10)
}

type Found = Awaited<ReturnType<Independent['timesBetween']>>

const present = ({ response, resolution }: Found) => ({
  firstResponse: response && { median: response[0], p90: response[1] },
  resolution: resolution && { median: resolution[0], p90: resolution[1] },
})
