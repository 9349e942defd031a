import { sql, type Kysely, type Selectable, type SelectQueryBuilder, type SqlBool } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { commentIsOfClosing } from '../../entities/ticket/comment-of-closing.server.ts'
import type { Desk } from '../../events/desk.server.ts'
import { seesEverything, sideSeen, visibleTo } from '../../permissions/visible.server.ts'
import type { Settings } from '../../settings/settings.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { narrowed, type Filters } from './narrow.server.ts'
import { behindPlace, inOrder } from './order.server.ts'
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
  const all = (await closingsOf(db, actor, asked, { settings, exactNumber, lately })).selectAll('closing')
  const stretch = inOrder(after ? all.where(behindPlace(asked, after)) : all, asked).limit(limit)
  return inOrder(withNames(db, actor, stretch, settings), asked).execute()
}

/** Which closings, in the order of a list. */
export type ClosingKeys = { numbers: number[]; seqs: number[] }

/** These of the list, in this order; what is in it no more is left out. */
export async function readTheseClosings(desk: Desk, actor: Person, asked: Filters, { numbers, seqs }: ClosingKeys) {
  const db = desk.read('eventual')
  const settings = await readSettings(db)
  const these = (await closingsOf(db, actor, asked, { settings })).selectAll('closing').where(
    sql<SqlBool>`(closing.ticket_number, closing.seq) in (
      select * from unnest(${numbers}::bigint[], ${seqs}::integer[])
    )`,
  )
  const rows = await withNames(db, actor, these, settings).execute()
  const rowOf = new Map(rows.map((row) => [`${row.ticket_number} ${row.seq}`, row]))
  return numbers.flatMap((number, index) => rowOf.get(`${number} ${seqs[index]}`) ?? [])
}

/** Names and titles are looked up for the rows that are shown, not for all that had to be put in order. */
const withNames = (
  db: Kysely<Tables>,
  actor: Person,
  closings: SelectQueryBuilder<Tables, 'closing', Selectable<Tables['closing']>>,
  { timeZone }: Settings,
) =>
  db
    .selectFrom(closings.as('closing'))
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

/** Seconds since 1970 on the organisation's wall clock: what a spreadsheet, which knows no zones, shows. */
const localTime = (column: string, timeZone: string) =>
  sql<number | null>`extract(epoch from ${sql.ref(column)} at time zone ${timeZone}::text)::double precision`

export type ClosingRead = Awaited<ReturnType<typeof readClosings>>[number]

/** What a closing was a duplicate of, while it stands: one that was reopened is no duplicate any more. */
export const duplicateOf = ({ ended, reopened_at, duplicate_of }: ClosingRead): number | null =>
  ended === 'duplicate' && reopened_at === null ? duplicate_of : null
