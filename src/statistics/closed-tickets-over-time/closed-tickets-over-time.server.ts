import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Filled } from '../../fields/form.ts'
import { calendarOf, sameCalendar, wantedCalendar } from '../calendars.server.ts'
import type { Point, Statistic, statisticForm } from './closed-tickets-over-time.ts'
import { readPeriods, type TimedPeriod } from './periods.server.ts'
import { rangeOf } from './range.server.ts'
import { scopeOf } from './scope.server.ts'
import { readSplits } from './splits.server.ts'
import { figuresOf, total } from './totals.ts'

/**
 * Closed tickets by day, week or month, with what stands beside them. Read from the cells alone, so its cost grows with the
 * periods that are shown and not with the tickets.
 */
export async function closedTicketsOverTime(
  desk: Desk,
  actor: Person,
  asked: Filled<typeof statisticForm>,
): Promise<Statistic> {
  const wanted = await wantedCalendar(desk)
  const counted = await calendarOf(desk)
  const calendar = counted ?? wanted
  const scope = scopeOf(actor, asked)
  const range = rangeOf(asked, calendar, desk.clock.now())
  const db = desk.read('eventual')
  const periods = await readPeriods(db, calendar.timeZone, range, scope.groups)
  const shown = periods.slice(range.points)
  const splits = asked.split && (await readSplits(db, range, scope, asked.split, shown))
  return {
    ...calendar,
    by: range.by,
    counting: !sameCalendar(wanted, counted),
    points: shown.map((period) => ({
      ...present(period),
      ...(splits ? { splits: splits.get(period.starts) ?? [] } : {}),
    })),
    totals: total(shown),
    before: total(periods.slice(0, range.points)),
  }
}

const present = (period: TimedPeriod): Point => ({
  starts: period.starts,
  from: period.from.toISOString(),
  to: period.to.toISOString(),
  ...figuresOf(period),
  firstResponseMedian: period.firstResponseMedian,
  resolutionMedian: period.resolutionMedian,
})
