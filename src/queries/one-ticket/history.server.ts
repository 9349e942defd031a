import { sql, type Kysely, type SqlBool } from 'kysely'
import type { Actor } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { amongStaff } from '../../events/among-staff.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Happened } from '../../events/happened.ts'
import { readReasons } from '../../events/reasons.server.ts'
import { presentText, type MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import { refuse } from '../../server/errors/refusal.ts'
import { pageOf, type Page } from '../keyset.ts'
import type { Named } from '../named.ts'
import type { PresentedEvent } from './one-ticket.ts'
import { findTicket } from './read-ticket.server.ts'
import { presentColumns } from './presented-columns.ts'

type Side = 'staff' | 'customer'

/** What happened to a ticket, oldest first; a customer reads their own side of it. */
export async function history(
  desk: Desk,
  actor: Actor,
  number: number,
  { after = 0, limit = 200 }: { after?: number; limit?: number },
): Promise<Page<PresentedEvent>> {
  const db = desk.read()
  const found = await findTicket(db, actor, number)
  if (!found) refuse('notFound')
  const rows = await selectEvents(db, number, found.side, after, limit)
  const [names, reasons] = await Promise.all([namesIn(db, rows), readReasons(db, number, rows)])
  return pageOf(
    rows,
    limit,
    (row) => presentEvent(row, found.side, names, reasons.get(row.seq)),
    (row) => [row.at.toISOString(), row.seq],
  )
}

type Row = Awaited<ReturnType<typeof selectEvents>>[number]

async function selectEvents(db: Kysely<Tables>, number: number, side: Side, after: number, limit: number) {
  return db
    .selectFrom('ticket_event')
    .leftJoin('users', 'users.id', 'ticket_event.actor_id')
    .select(['ticket_event.id', 'seq', 'at', 'happened', 'actor_id', 'before', 'after', 'details'])
    .select('users.name as actor_name')
    .where('ticket_number', '=', number)
    .where('seq', '>', after)
    .$if(side === 'customer', (query) => query.where('happened', 'not in', amongStaff).where(wasTheirs))
    .orderBy('seq')
    .limit(limit + 1)
    .execute()
}

/** isAmongStaff's second half in SQL. */
const wasTheirs = sql<SqlBool>`not (happened = 'solutionWithdrawn' and details @> '{"wasOffered": false}')`

function presentEvent(
  row: Row,
  side: Side,
  names: Map<string, string>,
  reason: MultilingualText | undefined,
): PresentedEvent {
  return {
    id: row.id,
    seq: row.seq,
    at: row.at.toISOString(),
    actor: side === 'customer' && ofOriginal.includes(row.happened) ? null : actorOf(row),
    happened: row.happened as Happened,
    before: presentColumns(row.before, side, named(names)),
    after: presentColumns(row.after, side, named(names)),
    ...(reason ? { reason: presentText(reason) } : {}),
    details: side === 'staff' ? presentDetails(row.details) : {},
  }
}

const actorOf = ({ actor_id: id, actor_name: name }: Row): Named | null => (id ? { id, name: name ?? '' } : null)

/** What somebody did to a duplicate's original: its customer reads that it happened, and nobody's name. */
const ofOriginal: readonly string[] = [
  'originalAnswered',
  'originalAnswerWithdrawn',
  'originalEnded',
  'duplicateMoved',
  'duplicateReturned',
] satisfies Happened[]

/** Small facts as they are; texts have places of their own. */
function presentDetails(details: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details).filter(
      ([name, value]) => !['text', 'was', 'comment', 'reason'].includes(name) && value !== null,
    ),
  )
}

const named =
  (names: Map<string, string>) =>
  (id: unknown): Named | null =>
    typeof id === 'string' ? { id, name: names.get(id) ?? '' } : null

/** Groups and members that the events speak of, looked up at once. */
async function namesIn(db: Kysely<Tables>, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = new Set(
    rows
      .flatMap((row) => [row.before, row.after])
      .flatMap((columns) => [columns.group_id, columns.member_id])
      .filter((id): id is string => typeof id === 'string'),
  )
  if (ids.size === 0) return new Map()
  const [groups, people] = await Promise.all([
    db
      .selectFrom('user_group')
      .select(['id', 'name'])
      .where('id', 'in', [...ids])
      .execute(),
    db
      .selectFrom('users')
      .select(['id', 'name'])
      .where('id', 'in', [...ids])
      .execute(),
  ])
  return new Map([...groups, ...people].map((each) => [each.id, each.name]))
}
