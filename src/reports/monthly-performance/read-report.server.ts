import { sql } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { refuse } from '../../server/errors/refusal.ts'
import { seesAll, seesGroups, seesPeople } from '../../permissions/sight.ts'
import { wantedCalendar } from '../../statistics/calendars.server.ts'
import { dayIn } from '../../statistics/day.ts'
import { definitions } from '../../statistics/definitions.ts'
import { reportOfCells } from './compute.server.ts'
import { isMonth, mostComments, reportName, type MonthlyReport, type ReadReport } from './monthly-performance.ts'

/** The newest version of a month's report, or the one asked for, as far as its reader may see it. */
export async function readReport(desk: Desk, actor: Person, month: string, version?: number): Promise<ReadReport> {
  await checkIsOver(desk, month)
  const kept = await keptVersions(desk, month)
  const wanted = version === undefined ? kept[0] : kept.find((each) => each.version === version)
  if (!wanted && (version !== undefined || kept.length > 0)) refuse('notFound')
  // else a month from before the first ticket, or one that the worker has not come to yet
  const document = wanted ? await keptReport(desk, month, wanted.version) : await reportOfCells(desk, month)
  return {
    ...seenBy(actor, document),
    version: wanted?.version ?? 0,
    versions: kept.map((each) => each.version),
    definitions: wanted?.definitions ?? definitions,
    madeAt: (wanted?.made_at ?? desk.clock.now()).toISOString(),
    madeBy: wanted?.made_by ? { id: wanted.made_by, name: wanted.maker ?? '' } : null,
  }
}

/** The present month and those to come have no report. */
export async function checkIsOver(desk: Desk, month: string): Promise<void> {
  const { timeZone } = await wantedCalendar(desk)
  const present = dayIn(timeZone, desk.clock.now()).slice(0, 7)
  if (!isMonth(month) || month < '2000-01' || month >= present) refuse('notFound')
}

/** Every month that has a report, the newest first. */
export async function listReports(desk: Desk) {
  const { rows } = await sql<{ month: string; version: number; versions: number; madeAt: Date }>`
    select to_char(month, 'YYYY-MM') as month, max(version) as version, count(*)::int as versions, max(made_at) as "madeAt"
    from report
    where report = ${reportName}
    group by month
    order by month desc`.execute(desk.read())
  return { items: rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() })), next: null }
}

type Kept = { version: number; definitions: number; made_at: Date; made_by: string | null; maker: string | null }

async function keptVersions(desk: Desk, month: string): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select version, definitions, made_at, made_by, users.name as maker
    from report
    left join users on users.id = made_by
    where report = ${reportName} and month = ${`${month}-01`}::date
    order by version desc`.execute(desk.read())
  return rows
}

async function keptReport(desk: Desk, month: string, version: number): Promise<MonthlyReport> {
  const { rows } = await sql<{ figures: MonthlyReport }>`
    select figures
    from report
    where report = ${reportName} and month = ${`${month}-01`}::date and version = ${version}`.execute(desk.read())
  return rows[0]!.figures
}

/**
 * Who does not see all tickets sees the figures of their groups, and no whole that others' work shows in; people see themselves. What
 * customers wrote is of their tickets: to read figures is not to read those.
 */
function seenBy(
  actor: Person,
  report: MonthlyReport,
): Omit<ReadReport, 'version' | 'versions' | 'definitions' | 'madeAt' | 'madeBy'> {
  const representatives = seesPeople(actor)
    ? report.representatives
    : report.representatives.filter(({ id }) => id === actor.id)
  const { commentsOfGroups, ...rest } = report
  if (seesAll(actor)) return { ...rest, representatives, comments: report.comments.slice(0, mostComments) }
  const seesTicketsOf = (group: string) => seesGroups(actor) && actor.groups.has(group)
  const comments = report.comments.filter(({ group }) => seesTicketsOf(group))
  const written = commentsOfGroups?.filter(({ group }) => seesTicketsOf(group))
  return {
    ...rest,
    ...{ figures: null, before: null, trend: [], days: [], sentences: [] },
    groups: report.groups.filter(({ id }) => actor.groups.has(id)),
    representatives,
    comments,
    commentsWritten: written?.reduce((sum, each) => sum + each.written, 0) ?? comments.length,
  }
}
