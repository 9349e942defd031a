import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { commentIsOfClosing } from '../../entities/ticket/comment-of-closing.server.ts'
import type { Desk } from '../../events/desk.server.ts'
import { dayBegins } from '../../fields/date-time/day-begins.server.ts'
import { presentText } from '../../fields/multilingual-text/multilingual-text.ts'
import { onOneSnapshot } from '../../server/db/one-snapshot.server.ts'
import { sameCalendar, stateOfFigures, wantedCalendar } from '../../statistics/calendars.server.ts'
import { figureColumns } from '../../entities/figure-tables.ts'
import { nobody } from '../../statistics/places.server.ts'
import { figuresOfMonth, type MonthCell } from './month-figures.ts'
import {
  mostComments,
  mostCommentsOfGroup,
  type Comment,
  type MonthlyReport,
  type Part,
} from './monthly-performance.ts'
import { monthsLater } from '../../statistics/day.ts'
import { sentencesOf } from './sentences.ts'
import { isStillWritten } from './still-being-written.server.ts'

type Db = Kysely<Tables>

/**
 * The whole report of one month. Null where it would not be true for good: while a change of the month or of one before is not
 * committed or not in the cells, or they stand in another calendar than the organisation has now. Whoever folds may leave that to
 * another.
 */
export async function reportOfNow(desk: Desk, month: string): Promise<MonthlyReport | null> {
  const { timeZone } = await wantedCalendar(desk)
  if (await isStillWritten(desk, endOfMonth(month, timeZone))) return null
  return onOneSnapshot(desk.read(), async (db) => {
    const { counted, wanted } = await stateOfFigures(db)
    if (!sameCalendar(wanted, counted) || (await isBehind(db, month, wanted.timeZone))) return null
    return computeReport(db, month, wanted.timeZone)
  })
}

/** The same from the cells as they stand, in the time zone that they stand in. */
export function reportOfCells(desk: Desk, month: string): Promise<MonthlyReport> {
  return onOneSnapshot(desk.read('eventual'), async (db) => {
    const { counted, wanted } = await stateOfFigures(db)
    return computeReport(db, month, (counted ?? wanted).timeZone)
  })
}

/** Something that happened until the month's end waits to be added to the cells, or a time to be measured. */
async function isBehind(db: Db, month: string, timeZone: string): Promise<boolean> {
  const { rows } = await sql<{ behind: boolean }>`
    select exists (select from figure_delta where at < ${endOfMonth(month, timeZone)})
      or exists (select from figure_cell where marked and grain = 'month' and starts <= ${firstOf(month)}) as behind`.execute(
    db,
  )
  return rows[0]!.behind
}

const firstOf = (month: string) => sql<string>`${`${month}-01`}::date`
const endOfMonth = (month: string, timeZone: string) => dayBegins(firstOf(monthsLater(month, 1)), timeZone)

/** On one snapshot: the cells are folded all the time, and days read a moment after their month would not add up to it. */
async function computeReport(db: Db, month: string, timeZone: string): Promise<MonthlyReport> {
  const cells = await readMonths(db, month)
  const ofAll = cells.get(`all ${nobody}`) ?? []
  const before = monthsLater(month, -1)
  const groups = await partsOf(db, cells, 'group', month)
  const figures = figuresOfMonth(ofAll, month)
  const figuresBefore = figuresOfMonth(ofAll, before)
  const trend = Array.from({ length: 12 }, (_, index) => monthsLater(month, index - 11))
  return {
    month,
    timeZone,
    figures,
    before: figuresBefore,
    trend: trend.map((each) => ({ month: each, figures: figuresOfMonth(ofAll, each) })),
    days: await readDays(db, month, figuresBefore.backlog),
    groups,
    representatives: await partsOf(db, cells, 'member', month),
    ...(await readComments(db, month, timeZone)),
    sentences: sentencesOf(figures, figuresBefore, groups),
  }
}

type Cells = Map<string, MonthCell[]>

/** Every month up to this one: what stands at a month's end is all that changed until then. */
async function readMonths(db: Db, month: string): Promise<Cells> {
  const { rows } = await sql<MonthCell & { place: string }>`
    select scope || ' ' || of_id as place, starts::text as starts, ${sql.join(figureColumns.map((name) => sql.ref(name)))},
      (sum(open) over sofar)::int as stands_open,
      (sum(in_progress) over sofar)::int as stands_in_progress,
      (sum(responded) over sofar)::int as stands_responded,
      response_median, response_p90, resolution_median, resolution_p90
    from figure_cell
    where grain = 'month' and starts <= ${firstOf(month)}
    window sofar as (partition by scope, of_id order by starts)
    order by scope, of_id, starts`.execute(db)
  const cells: Cells = new Map()
  for (const { place, ...cell } of rows) cells.set(place, [...(cells.get(place) ?? []), cell])
  return cells
}

/** Groups and representatives that had anything to do with the month, by name. */
async function partsOf(db: Db, cells: Cells, scope: 'group' | 'member', month: string): Promise<Part[]> {
  const parts = [...cells].filter(([place]) => place.startsWith(`${scope} `))
  if (parts.length === 0) return []
  const ids = parts.map(([place]) => place.slice(scope.length + 1))
  const table = scope === 'group' ? 'user_group' : 'users'
  const names = await db.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute()
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  return parts
    .map(([, own], index): Part => {
      const id = ids[index]!
      const figures = figuresOfMonth(own, month)
      return { id, name: nameOf.get(id) ?? '', figures, before: figuresOfMonth(own, monthsLater(month, -1)) }
    })
    .filter(({ figures, before }) => touched(figures) || touched(before))
    .sort((one, other) => one.name.localeCompare(other.name))
}

const touched = (figures: Part['figures']): boolean =>
  ['opened', 'reopened', 'closed', 'duplicates', 'offered', 'declined', 'firstResponses', 'backlog'].some(
    (name) => figures[name as 'opened'] !== 0,
  )

async function readDays(db: Db, month: string, standing: number): Promise<MonthlyReport['days']> {
  const { rows } = await sql<{ day: string; opened: number; closed: number; change: number }>`
    select day::date::text as day, coalesce(opened, 0) as opened, coalesce(closed, 0) as closed,
      coalesce(open + in_progress + responded, 0) as change
    from generate_series(${firstOf(month)}, ${firstOf(month)} + interval '1 month - 1 day', interval '1 day') as day
    left join figure_cell on scope = 'all' and grain = 'day' and starts = day::date
    order by day`.execute(db)
  let backlog = standing
  return rows.map(({ change, ...day }) => ({ ...day, backlog: (backlog += change) }))
}

/** What customers wrote with the stars of this month's closings, the newest first: of the whole, and of each group for who sees no other. */
async function readComments(db: Db, month: string, timeZone: string) {
  const closings = db
    .selectFrom('closing')
    .innerJoin('ticket', 'ticket.number', 'closing.ticket_number')
    .innerJoin('users', 'users.id', 'closing.customer_id')
    .where('closing.closed_at', '>=', dayBegins(firstOf(month), timeZone))
    .where('closing.closed_at', '<', endOfMonth(month, timeZone))
    .where(commentIsOfClosing)
  const written = await closings
    .select(['closing.group_id as group', (eb) => eb.fn.countAll<number>().as('written')])
    .groupBy('closing.group_id')
    .orderBy('closing.group_id')
    .execute()
  const newest = sql`order by closing.closed_at desc, closing.ticket_number desc`
  const placed = closings
    .select(['closing.ticket_number', 'closing.group_id', 'closing.score', 'closing.closed_at'])
    .select(['ticket.comment', 'users.name'])
    .select(sql<number>`row_number() over (${newest})`.as('place'))
    .select(sql<number>`row_number() over (partition by closing.group_id ${newest})`.as('place_in_group'))
  const rows = await db
    .selectFrom(placed.as('placed'))
    .selectAll()
    .where((eb) => eb.or([eb('place', '<=', mostComments), eb('place_in_group', '<=', mostCommentsOfGroup)]))
    .orderBy('place')
    .execute()
  const comments = rows.map((row): Comment => ({
    ticket: row.ticket_number,
    group: row.group_id,
    score: row.score!,
    comment: presentText(row.comment!),
    customer: row.name,
    at: row.closed_at.toISOString(),
  }))
  const commentsWritten = written.reduce((sum, each) => sum + each.written, 0)
  return { comments, commentsWritten, commentsOfGroups: written }
}
