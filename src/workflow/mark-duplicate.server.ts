import { sql } from 'kysely'
import type { Ticket } from '../entities/tables.ts'
import type { Change } from '../events/desk.server.ts'
import { factsOf } from './ticket-facts.server.ts'
import { sees } from '../permissions/sight.ts'
import { refuse, refuseFields } from '../server/errors/refusal.ts'
import { changeTicket } from './change-ticket.server.ts'
import { ticketVerb } from './ticket-verb.server.ts'
import type { Transition } from './transitions.ts'
import { withdrawOpenRound } from './withdraw-open-round.server.ts'

const followTheRoot: Transition = { by: ['system'], from: ['duplicate'], to: 'unchanged', happened: 'duplicateMoved' }

/** Joins the ticket with its original. Tickets that were joined with this one move along to the new root. */
export const markDuplicate = ticketVerb(
  'mark-duplicate',
  async ({ change, ticket, body }) => {
    await withdrawOpenRound(change, ticket)
    await moveFollowers(change, ticket.number, body.original)
    return { set: { duplicate_of: body.original }, details: { original: body.original } }
  },
  {
    lock: lockInOrder,
    check: ({ change, ticket, body }) => checkOriginal(change, ticket.number, body.original),
  },
)

/**
 * Both tickets and all followers in number order, so that two desks marking crosswise wait and never deadlock. A follower
 * that joined while this waited would be locked out of order: then everything is let go and locked anew.
 */
async function lockInOrder(change: Change, number: number, rawBody: unknown): Promise<void> {
  const original = (rawBody as { original?: unknown } | null | undefined)?.original
  if (!Number.isSafeInteger(number)) return
  const numbers = [number, original].filter((each): each is number => Number.isSafeInteger(each))
  for (;;) {
    await sql`savepoint before_locks`.execute(change.db)
    const locked = new Set(await lockFamily(change, number, numbers))
    const followers = await followersOf(change, number)
    if (followers.every((follower) => locked.has(follower.number))) return
    await sql`rollback to savepoint before_locks`.execute(change.db)
  }
}

async function lockFamily(change: Change, number: number, numbers: number[]): Promise<number[]> {
  const rows = await change.db
    .selectFrom('ticket')
    .select('number')
    .where((eb) => eb.or([eb('number', 'in', numbers), eb('duplicate_of', '=', number)]))
    .orderBy('number')
    .forUpdate()
    .execute()
  return rows.map((row) => row.number)
}

async function checkOriginal(change: Change, number: number, original: number): Promise<void> {
  if (original === number) refuseFields({ field: 'original', code: 'itself' })
  const row = await change.db.selectFrom('ticket').selectAll().where('number', '=', original).executeTakeFirst()
  if (!row || !sees(change.actor, await factsOf(change.db, row))) refuseFields({ field: 'original', code: 'notInList' })
  if (row.duplicate_of === number)
    refuse('duplicateCircle', {
      variables: { original, root: number },
      errors: [{ field: 'original', code: 'duplicateCircle', root: number }],
    })
  if (row.duplicate_of !== null) refuseFields({ field: 'original', code: 'isDuplicate', root: row.duplicate_of })
}

async function moveFollowers(change: Change, number: number, root: number): Promise<void> {
  for (const follower of await followersOf(change, number))
    await changeTicket(change, follower, followTheRoot, {
      set: { duplicate_of: root },
      details: { original: root, from: number },
    })
}

function followersOf(change: Change, number: number): Promise<Ticket[]> {
  return change.db.selectFrom('ticket').selectAll().where('duplicate_of', '=', number).orderBy('number').execute()
}
