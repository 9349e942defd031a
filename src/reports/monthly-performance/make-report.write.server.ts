import { sql, type Transaction } from 'kysely'
import { actorId, system, type Actor } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import { calendarOf, sameCalendar, wantedCalendar } from '../../statistics/calendars.server.ts'
import { dayIn } from '../../statistics/day.ts'
import { definitions } from '../../statistics/definitions.ts'
import { foldFigures } from '../../statistics/fold-figures.write.server.ts'
import { computeReport } from './compute.server.ts'
import { reportName } from './monthly-performance.ts'
import { monthsLater } from '../../statistics/day.ts'
import { mailToReaders } from './send-report.write.server.ts'

/**
 * Makes the report of every month that is over and has none yet, from the month of the first ticket on: on the 1st in the
 * organisation's time zone, or whenever the worker is up again. Returns the months it made.
 */
export async function makeDueReports(desk: Desk): Promise<string[]> {
  const { timeZone } = await wantedCalendar(desk)
  const over = monthsLater(dayIn(timeZone, desk.clock.now()).slice(0, 7), -1)
  if (await isKept(desk, over)) return []
  if (!(await upToDate(desk))) return []
  const due = await missingMonths(desk, over)
  const made: string[] = []
  // months that were caught up lie there to be read; the mail is of the month that has just ended
  for (const month of due)
    if ((await keepReport(desk, system, month, 'onlyFirst', month === over)) !== null) made.push(month)
  return made
}

/** Makes a report anew; the versions before stay. Null while the figures are being counted. */
export async function makeReport(desk: Desk, actor: Actor, month: string): Promise<number | null> {
  return (await upToDate(desk)) ? keepReport(desk, actor, month, 'another') : null
}

async function isKept(desk: Desk, month: string): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select exists (select from report where report = ${reportName} and month = ${`${month}-01`}::date) as kept`.execute(
    desk.read(),
  )
  return rows[0]!.kept
}

/** Every change is in the cells, and the cells stand in the calendar that the organisation has now. */
async function upToDate(desk: Desk): Promise<boolean> {
  await foldFigures(desk)
  return sameCalendar(await wantedCalendar(desk), await calendarOf(desk))
}

async function missingMonths(desk: Desk, last: string): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select to_char(due, 'YYYY-MM') as month
    from generate_series(
      (select min(starts) from figure_cell where scope = 'all' and grain = 'month'),
      ${`${last}-01`}::date, interval '1 month'
    ) as due
    where not exists (select from report where report.report = ${reportName} and report.month = due::date)
    order by due`.execute(desk.read())
  return rows.map(({ month }) => month)
}

/** One maker at a time, so that versions rise by one and nothing is made twice by itself. */
async function keepReport(
  desk: Desk,
  actor: Actor,
  month: string,
  which: 'onlyFirst' | 'another',
  mailed = false,
): Promise<number | null> {
  return desk.change(actor, async ({ db, at }) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('reports', 0))`.execute(db)
    const last = await lastVersion(db, month)
    if (which === 'onlyFirst' && last > 0) return null
    const { timeZone } = (await calendarOf(desk))!
    const report = await computeReport(db, month, timeZone)
    await db
      .insertInto('report')
      .values({
        report: reportName,
        month: `${month}-01`,
        version: last + 1,
        definitions,
        time_zone: timeZone,
        figures: JSON.stringify(report),
        made_at: at,
        made_by: actorId(actor),
      })
      .execute()
    if (mailed) await mailToReaders(db, month, last + 1, at)
    return last + 1
  })
}

async function lastVersion(db: Transaction<Tables>, month: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(version), 0) as version
    from report
    where report = ${reportName} and month = ${`${month}-01`}::date`.execute(db)
  return rows[0]!.version
}
