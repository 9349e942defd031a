import { sql, type Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { commentIsOfClosing } from '../../entities/ticket/comment-of-closing.server.ts'
import type { Desk } from '../../events/desk.server.ts'
import { seesEverything, sideSeen, visibleTo } from '../../permissions/visible.server.ts'
import { refuseFields } from '../../server/errors/refusal.ts'
import type { Settings } from '../../settings/settings.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { narrowed, type Filters } from './narrow.server.ts'
import { orders, type OrderKey } from './order.ts'
import type { PlaceInList } from './place-in-list.ts'
import { hasCustom } from './has-custom.server.ts'
import { hasWords, type ExactNumber } from './has-words.server.ts'
import type { Lately } from './lately.server.ts'

type Stretch = {
  after: PlaceInList | undefined
  limit: number
  exactNumber?: ExactNumber
  /** Only what closed since then; an export has everything. */
  lately?: Lately
}

/** One stretch of the list, in its order, with everything that a row shows. */
export async function readClosings(
  desk: Desk,
  actor: Person,
  asked: Filters,
  { after, limit, exactNumber = 'too', lately = {} }: Stretch,
) {
  const db = desk.read('eventual')
  const settings = await readSettings(db)
  const { timeZone } = settings
  const { by, direction } = orders[asked.sort ?? '-closedAt']
  const all = await closingsOf(db, actor, asked, { settings, exactNumber, lately })
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
    .select(['ticket.title', 'ticket.duplicate_of', 'ticket.status', 'ticket.custom'])
    .select((eb) => eb.case().when(commentIsOfClosing).then(eb.ref('ticket.comment')).end().as('comment'))
    .select(['customer.name as customer_name', 'user_group.name as group_name', 'member.name as member_name'])
    .select([
      localTime('closing.opened_at', timeZone).as('opened_local'),
      localTime('closing.closed_at', timeZone).as('closed_local'),
      localTime('closing.reopened_at', timeZone).as('reopened_local'),
    ])
    .select(sideSeen(actor).as('side'))
  return by.reduce((query, key) => query.orderBy(columns[key], direction), named).execute()
}

/** What is narrowed and seen; the list, its count and its exports all begin here. */
export async function closingsOf(
  db: Kysely<Tables>,
  actor: Person,
  asked: Filters,
  { settings, exactNumber = 'too', lately = {} }: Pick<Stretch, 'exactNumber' | 'lately'> & { settings: Settings },
) {
  const custom = asked.custom && (await hasCustom(db, asked.custom))
  const closings = db.selectFrom('closing')
  const joined = closings.innerJoin(ticketOfClosing(actor), (join) =>
    join.onRef('ticket.number', '=', 'closing.ticket_number'),
  )
  const asksTicket = !seesEverything(actor) || asked.custom !== undefined
  const query = (asksTicket ? joined : (closings as unknown as typeof joined))
    .where(narrowed(asked, settings.timeZone))
    .where(visibleTo(actor))
    .$if(lately.since !== undefined, (closings) => closings.where('closing.closed_at', '>=', lately.since!))
    .$if(custom !== undefined, (closings) => closings.where(custom!))
  if (asked.words === undefined) return query
  const { numberPrefix } = settings
  return query.where(await hasWords(db, asked.words, actor, { numberPrefix, exactNumber, common: lately.common }))
}

/**
 * For who sees every ticket, the closings alone say which are on the page: their tickets are fetched one by one. In the order
 * of numbers the planner would otherwise merge both tables and read all tickets before the first that fits (0.7 s among a
 * million). Others see some tickets only, which may be the better beginning.
 */
const ticketOfClosing = (actor: Person) =>
  seesEverything(actor)
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
