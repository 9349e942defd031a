import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Filled } from '../../fields/form.ts'
import { presentText } from '../../fields/multilingual-text/multilingual-text.ts'
import { isStaff } from '../../permissions/is-staff.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { pageOf, type Page } from '../keyset.ts'
import { usualLimit } from '../list-form.ts'
import { numberAsked } from '../words-match.server.ts'
import { spelledRight } from '../spelled-right.server.ts'
import { usualSort, type ClosedTicket, type closedTicketsForm } from './closed-tickets.ts'
import { customsOf } from './customs-of-rows.server.ts'
import type { Filters } from './narrow.server.ts'
import { placeValues } from './order.ts'
import { foundIn } from './found.server.ts'
import type { FoundText } from './found.ts'
import { lately } from './lately.server.ts'
import { closingsOf, duplicateOf, readClosings, type ClosingRead } from './read-closings.server.ts'

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
  const { limit = usualLimit, sort = usualSort, after, words } = asked
  const recent = await lately(desk.read('eventual'), asked)
  const itself = await ofNumberTyped(desk.read('eventual'), asked)
  const exact = itself ? await readClosings(desk, actor, itself, { after: undefined, limit }) : []
  // those that fill a page stand among the others, in their order, from the first page to the last
  const isApart = exact.length > 0 && exact.length < limit
  const first = isApart && !after ? exact : []
  const rows = await readClosings(desk, actor, asked, {
    after,
    limit: limit - first.length + 1,
    lately: recent,
    exactNumber: isApart ? 'apart' : 'too',
  })
  const shown = [...first, ...rows].slice(0, limit)
  const found =
    words === undefined
      ? new Map<number, FoundText>()
      : await foundIn(desk.read('eventual'), words, actor, [...new Set(shown.map((row) => row.ticket_number))])
  const customs = await customsOf(desk.read('eventual'), actor, shown, asked.fields)
  const present = (row: ClosingRead) => presented(row, found.get(row.ticket_number) ?? null, customs.get(row) ?? {})
  const page = pageOf([...first, ...rows], limit, present, (row) => [sort, ...placeValues(sort, row)])
  return { ...page, since: recent.since?.toISOString() ?? null }
}

/** The ticket whose number was typed for words, where the list has it at all; however old it is, it is found. */
async function ofNumberTyped<Narrowed extends Filters>(db: Kysely<Tables>, asked: Narrowed) {
  const number = asked.words === undefined ? undefined : await numberAsked(db, asked.words)
  if (number === undefined || (asked.number !== undefined && asked.number !== number)) return undefined
  return { ...asked, words: undefined, number }
}

/** Counted exactly, to a bound: beyond it the answer is "more than". */
export async function countClosedTickets(
  desk: Desk,
  actor: Person,
  asked: Filters,
): Promise<{ count: number; more: boolean }> {
  const db = desk.read('eventual')
  const settings = await readSettings(db)
  const itself = await ofNumberTyped(db, asked)
  const recent = { lately: await lately(db, asked), exactNumber: itself ? 'apart' : 'too' } as const
  const counted = [
    await closingsOf(db, actor, asked, { settings, ...recent }),
    ...(itself ? [await closingsOf(db, actor, itself, { settings })] : []),
  ].map((closings) => counting(db, closings.select('closing.seq').limit(mostCounted + 1)))
  const count = (await Promise.all(counted)).reduce((sum, { count }) => sum + count, 0)
  return { count: Math.min(count, mostCounted), more: count > mostCounted }
}

const mostCounted = 10_000

const counting = (db: Kysely<Tables>, some: SelectQueryBuilder<Tables, 'closing', { seq: number }>) =>
  db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()

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
  duplicateOf: duplicateOf(row),
  score: row.score,
  reopenedAt: row.reopened_at?.toISOString() ?? null,
  found,
  custom,
})
