import { sql, type Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Filled } from '../../fields/form.ts'
import { presentText } from '../../fields/multilingual-text/multilingual-text.ts'
import { isStaff } from '../../permissions/is-staff.ts'
import { visibleTo } from '../../permissions/visible.server.ts'
import { refuseFields } from '../../server/errors/refusal.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { pageOf, type Page } from '../keyset.ts'
import { usualLimit } from '../list-form.ts'
import { numberIn } from '../words-match.server.ts'
import { spelledRight } from '../spelled-right.server.ts'
import type { ClosedTicket, closedTicketsForm } from './closed-tickets.ts'
import { customsOf } from './customs-of-rows.server.ts'
import { narrowed, type Filters } from './narrow.server.ts'
import { orders, placeValues, type OrderKey } from './order.ts'
import type { PlaceInList } from './place-in-list.ts'
import { foundIn } from './found.server.ts'
import type { FoundText } from './found.ts'
import { lately } from './lately.server.ts'
import { hasWords, type ExactNumber } from './has-words.server.ts'

/** `corrected`: nothing has the words as they were typed, and these are the nearest that something has. */
export type ClosedTicketsPage = Listed & { corrected: string | null }

/** `since`: only what closed since then was looked through for the words. */
type Listed = Page<ClosedTicket> & { since: string | null }

type Asked = Filled<typeof closedTicketsForm> & Pick<Filters, 'custom'>

/**
 * Closings, the newest first unless asked otherwise, as far as the reader sees their tickets. A number that is typed stands
 * before everything that mentions it; words that nothing has are looked for once more without their typing mistake.
 */
export async function closedTickets(desk: Desk, actor: Person, asked: Asked): Promise<ClosedTicketsPage> {
  const page = await pageAsAsked(desk, actor, asked)
  if (page.items.length > 0 || asked.words === undefined || !isStaff(actor)) return { ...page, corrected: null }
  // behind the first page of corrected words the question still has the mistaken ones
  if (asked.after && (await pageAsAsked(desk, actor, { ...asked, after: undefined, limit: 1 })).items.length > 0)
    return { ...page, corrected: null }
  const corrected = await spelledRight(desk.read('eventual'), asked.words)
  if (corrected === undefined) return { ...page, corrected: null }
  const right = await pageAsAsked(desk, actor, { ...asked, words: corrected })
  return right.items.length > 0 ? { ...right, corrected } : { ...page, corrected: null }
}

async function pageAsAsked(desk: Desk, actor: Person, asked: Asked): Promise<Listed> {
  const { limit = usualLimit, sort = '-closedAt', after, words } = asked
  const number = words === undefined ? undefined : numberIn(words)
  const since = await lately(desk.read('eventual'), asked)
  const exact =
    number === undefined || after || (asked.number !== undefined && asked.number !== number)
      ? []
      : await readClosings(desk, actor, { ...asked, words: undefined, number }, { after: undefined, limit: 10 })
  const first = exact.length < limit ? exact : []
  const rows = await readClosings(desk, actor, asked, {
    after,
    limit: limit - first.length + 1,
    since,
    exactNumber: number !== undefined && (after || first.length > 0) ? 'apart' : 'too',
  })
  const shown = [...first, ...rows].slice(0, limit)
  const found =
    words === undefined
      ? new Map<number, FoundText>()
      : await foundIn(desk.read('eventual'), words, actor, [...new Set(shown.map((row) => row.ticket_number))])
  const customs = await customsOf(desk.read('eventual'), actor, shown, asked.fields)
  const present = (row: ClosingRead) => presented(row, found.get(row.ticket_number) ?? null, customs.get(row) ?? {})
  const page = pageOf([...first, ...rows], limit, present, (row) => [sort, ...placeValues(sort, row)])
  return { ...page, since: since?.toISOString() ?? null }
}

/** Counted exactly, to a bound: beyond it the answer is "more than". */
export async function countClosedTickets(
  desk: Desk,
  actor: Person,
  asked: Filters,
): Promise<{ count: number; more: boolean }> {
  const db = desk.read('eventual')
  const { timeZone } = await readSettings(db)
  const some = (await closingsOf(db, actor, asked, { timeZone, since: await lately(db, asked) }))
    .select('closing.seq')
    .limit(mostCounted + 1)
  const { count } = await db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { count: Math.min(count, mostCounted), more: count > mostCounted }
}

const mostCounted = 10_000

type Stretch = {
  after: PlaceInList | undefined
  limit: number
  exactNumber?: ExactNumber
  /** Only what closed since then; an export has everything. */
  since?: Date | undefined
}

/** One stretch of the list, in its order, with everything that a row shows. */
export async function readClosings(
  desk: Desk,
  actor: Person,
  asked: Filters,
  { after, limit, exactNumber = 'too', since }: Stretch,
) {
  const db = desk.read('eventual')
  const { timeZone } = await readSettings(db)
  const { by, direction } = orders[asked.sort ?? '-closedAt']
  const all = await closingsOf(db, actor, asked, { timeZone, exactNumber, since })
  const inOrder = by.reduce(
    (query, key) => query.orderBy(columns[key], direction),
    all.selectAll('closing').limit(limit),
  )
  const stretch = after ? inOrder.where(behind(asked, after)) : inOrder
  // names and titles are looked up for the rows that are shown, not for all that had to be put in order
  const named = db
    .selectFrom(stretch.as('closing'))
    .innerJoin('ticket', 'ticket.number', 'closing.ticket_number')
    .innerJoin('users as customer', 'customer.id', 'closing.customer_id')
    .innerJoin('user_group', 'user_group.id', 'closing.group_id')
    .leftJoin('users as member', 'member.id', 'closing.member_id')
    .selectAll('closing')
    .select(['ticket.title', 'ticket.duplicate_of', 'ticket.comment', 'ticket.status', 'ticket.custom'])
    .select(['customer.name as customer_name', 'user_group.name as group_name', 'member.name as member_name'])
    .select([
      localTime('closing.opened_at', timeZone).as('opened_local'),
      localTime('closing.closed_at', timeZone).as('closed_local'),
      localTime('closing.reopened_at', timeZone).as('reopened_local'),
    ])
  return by.reduce((query, key) => query.orderBy(columns[key], direction), named).execute()
}

/** What is narrowed and seen; the list, its count and its exports all begin here. */
async function closingsOf(
  db: Kysely<Tables>,
  actor: Person,
  asked: Filters,
  { timeZone, exactNumber = 'too', since }: Pick<Stretch, 'exactNumber' | 'since'> & { timeZone: string },
) {
  const closings = db.selectFrom('closing')
  const joined = closings.innerJoin(ticketOfClosing(actor), (join) =>
    join.onRef('ticket.number', '=', 'closing.ticket_number'),
  )
  const asksTicket =
    !seesAll(actor) || actor.onlyTicket !== undefined || asked.words !== undefined || asked.custom !== undefined
  const query = (asksTicket ? joined : (closings as unknown as typeof joined))
    .where(narrowed(asked, timeZone))
    .where(visibleTo(actor))
    .$if(since !== undefined, (closings) => closings.where('closing.closed_at', '>=', since!))
    .$if(asked.custom !== undefined, (closings) => closings.where(asked.custom!))
  return asked.words === undefined ? query : query.where(await hasWords(db, asked.words, actor, exactNumber))
}

const seesAll = (actor: Person): boolean => actor.permissions.has('ticket.seeAll')

/**
 * For who sees every ticket, the closings alone say which are on the page: their tickets are fetched one by one. In the order
 * of numbers the planner would otherwise merge both tables and read all tickets before the first that fits (0.7 s among a
 * million). Others see some tickets only, which may be the better beginning.
 */
const ticketOfClosing = (actor: Person) =>
  seesAll(actor)
    ? sql<Tables['ticket']>`lateral (select * from ticket where number = closing.ticket_number offset 0)`.as('ticket')
    : sql<Tables['ticket']>`ticket`.as('ticket')

/** Behind the place where the page before ended. A place of another sort is none of this list. */
function behind({ sort = '-closedAt' }: Filters, after: PlaceInList) {
  const { by, direction } = orders[sort]
  const fits = after.values.length === by.length && by.every((key, index) => isOfType(types[key], after.values[index]!))
  if (after.sort !== sort || !fits) refuseFields({ field: 'after', code: 'wrongType' })
  const values = by.map((key, index) => sql`${after.values[index]}::${sql.raw(types[key])}`)
  return sql<boolean>`(${sql.join(by.map((key) => columns[key]))}) ${sql.raw(direction === 'desc' ? '<' : '>')} (${sql.join(values)})`
}

function isOfType(type: string, value: string | number): boolean {
  if (type === 'timestamptz') return typeof value === 'string'
  return typeof value === 'number' && value >= 0 && value <= largest[type]!
}

const columns = {
  closed_at: sql`closing.closed_at`,
  opened_at: sql`closing.opened_at`,
  ticket_number: sql`closing.ticket_number`,
  seq: sql`closing.seq`,
  best: sql`coalesce(closing.score, 0::smallint)`,
  worst: sql`coalesce(closing.score, 6::smallint)`,
} satisfies Record<OrderKey, unknown>

const types: Record<OrderKey, string> = {
  closed_at: 'timestamptz',
  opened_at: 'timestamptz',
  ticket_number: 'bigint',
  seq: 'integer',
  best: 'smallint',
  worst: 'smallint',
}

const largest: Record<string, number> = { bigint: Number.MAX_SAFE_INTEGER, integer: 2 ** 31 - 1, smallint: 32_767 }

/** Seconds since 1970 on the organisation's wall clock: what a spreadsheet, which knows no zones, shows. */
const localTime = (column: string, timeZone: string) =>
  sql<number | null>`extract(epoch from ${sql.ref(column)} at time zone ${timeZone}::text)::double precision`

export type ClosingRead = Awaited<ReturnType<typeof readClosings>>[number]

const presented = (row: ClosingRead, found: FoundText | null, custom: Record<string, unknown>): ClosedTicket => ({
  number: row.ticket_number,
  seq: row.seq,
  title: presentText(row.title),
  customer: { id: row.customer_id, name: row.customer_name },
  assignee: {
    group: { id: row.group_id, name: row.group_name },
    member: row.member_id === null ? null : { id: row.member_id, name: row.member_name ?? '' },
  },
  openedAt: row.opened_at.toISOString(),
  closedAt: row.closed_at.toISOString(),
  ended: row.ended,
  duplicateOf: row.ended === 'duplicate' && row.reopened_at === null ? row.duplicate_of : null,
  score: row.score,
  reopenedAt: row.reopened_at?.toISOString() ?? null,
  found,
  custom,
})
