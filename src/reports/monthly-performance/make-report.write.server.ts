import { sql, type Kysely } from 'kysely'
import { actorId, system, type Actor } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import { wantedCalendar } from '../../statistics/calendars.server.ts'
import { dayIn } from '../../statistics/day.ts'
import { definitions } from '../../statistics/definitions.ts'
import { foldFigures } from '../../statistics/fold-figures.write.server.ts'
import { oneMaker } from '../one-maker.server.ts'
import { reportOfNow } from './compute.server.ts'
import { reportName } from './monthly-performance.ts'
import { monthsLater } from '../../statistics/day.ts'
import { mailToReaders } from './send-report.write.server.ts'

/**
 * Makes the report of every month that is over and has none yet, from the month of the first ticket on: on the 1st in the
 * organisation's time zone, or whenever the worker is up again. Returns the months it made.
 */
export async function makeDueReports(desk: Desk): Promise<string[]> {
  const over = await monthJustOver(desk)
  // somebody may have made the newest by hand before the worker had caught up
  if ((await isKept(desk, over)) && (await missingMonths(desk, over)).length === 0) return []
  await foldFigures(desk)
  const due = await missingMonths(desk, over)
  const made: string[] = []
  for (const month of due) {
    const version = await keepReport(desk, system, month, 'onlyFirst')
    // those after it wait too: one after the other, as they ended
    if (version === null) return made
    made.push(month)
  }
  return made
}

/** Makes a report anew; the versions before stay. Null while the figures are being counted, or where another was quicker. */
export async function makeReport(desk: Desk, actor: Actor, month: string): Promise<number | null> {
  await foldFigures(desk)
  return keepReport(desk, actor, month, 'another')
}

async function monthJustOver(desk: Desk): Promise<string> {
  const { timeZone } = await wantedCalendar(desk)
  return monthsLater(dayIn(timeZone, desk.clock.now()).slice(0, 7), -1)
}

async function isKept(desk: Desk, month: string): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select exists (select from report where report = ${reportName} and month = ${`${month}-01`}::date) as kept`.execute(
    desk.read(),
  )
  return rows[0]!.kept
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

/**
 * One maker at a time, so that versions rise by one, the newer of the newer figures, and nothing is made twice by itself. Null
 * where it cannot be made yet, another was quicker, or somebody was erased meanwhile.
 */
async function keepReport(
  desk: Desk,
  actor: Actor,
  month: string,
  which: 'onlyFirst' | 'another',
): Promise<number | null> {
  const last = await lastVersion(desk.read(), month)
  // months that were caught up lie there to be read; the mail is of the month that has just ended, whoever was first to make it
  const mailed = last === 0 && month === (await monthJustOver(desk))
  if (which === 'onlyFirst' && last > 0) return null
  const erased = await erasedSoFar(desk.read())
  const report = await reportOfNow(desk, month)
  if (!report) return null
  return desk.change(actor, async ({ db, at }) => {
    await oneMaker(db)
    if ((await lastVersion(db, month)) !== last) return null
    // it may name whoever was erased while it was made
    if ((await erasedSoFar(db)) !== erased) return null
    await db
      .insertInto('report')
      .values({
        report: reportName,
        month: `${month}-01`,
        version: last + 1,
        definitions,
        time_zone: report.timeZone,
        figures: JSON.stringify(report),
        made_at: at,
        made_by: actorId(actor),
      })
      .execute()
    if (mailed) await mailToReaders(db, month, last + 1, at)
    return last + 1
  })
}

async function erasedSoFar(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from users where erased_at is not null`.execute(db)
  return rows[0]!.people
}

async function lastVersion(db: Kysely<Tables>, month: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(version), 0) as version
    from report
    where report = ${reportName} and month = ${`${month}-01`}::date`.execute(db)
  return rows[0]!.version
}
