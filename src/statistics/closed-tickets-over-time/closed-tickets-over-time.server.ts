import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Filled } from '../../fields/form.ts'
import { sameCalendar, stateOfFigures } from '../calendars.server.ts'
import type { Point, Statistic, statisticForm } from './closed-tickets-over-time.ts'
import { readPeriods, type TimedPeriod } from './periods.server.ts'
import { rangeOf } from './range.server.ts'
import { remembered } from './remembered.server.ts'
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
  const db = desk.read('eventual')
  const { wanted, counted, version } = await stateOfFigures(db)
  const calendar = counted ?? wanted
  const scope = scopeOf(actor, asked)
  const range = rangeOf(asked, calendar, desk.clock.now())
  const counting = !sameCalendar(wanted, counted)
  const question = ['periods', calendar, counting, range, scope.groups]
  const whole = await remembered(desk.database, version, question, async () => {
    const { periods, before } = await readPeriods(db, calendar.timeZone, range, scope.groups)
    return {
      ...calendar,
      by: range.by,
      counting,
      points: periods.map(present),
      totals: total(periods),
      before: figuresOf(before),
    }
  })
  if (!asked.split) return whole
  const splits = await readSplits(db, range, scope, asked.split, whole.points)
  return { ...whole, points: whole.points.map((point) => ({ ...point, splits: splits.get(point.starts) ?? [] })) }
}

const present = (period: TimedPeriod): Point => ({
  starts: period.starts,
  from: period.from,
  to: period.to,
  ...figuresOf(period),
  firstResponseMedian: period.firstResponseMedian,
  resolutionMedian: period.resolutionMedian,
})
