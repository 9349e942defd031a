import { sql } from 'kysely'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import { ticketColumns } from '../entities/ticket/columns.ts'
import type { Change } from '../events/desk.server.ts'

/**
 * A ticket, its duplicates and what else is named, all in number order, so that two desks at work crosswise wait and never
 * deadlock. A duplicate that joined while this waited would be locked out of order: then everything is let go and locked anew.
 */
export async function lockFamily(change: Change, number: number, others: unknown = []): Promise<void> {
  if (!Number.isSafeInteger(number)) return
  const numbers = [number, ...(Array.isArray(others) ? others : [])].filter((each): each is number =>
    Number.isSafeInteger(each),
  )
  for (;;) {
    await sql`savepoint before_locks`.execute(change.db)
    const locked = new Set(await lockAll(change, number, numbers))
    const duplicates = await duplicatesOf(change, number)
    if (duplicates.every((duplicate) => locked.has(duplicate.number))) return
    await sql`rollback to savepoint before_locks`.execute(change.db)
  }
}

/**
 * A ticket with the family in which it is: its original and all that hang there, or its own duplicates. Where it went to another
 * original while this waited, everything is let go and locked anew.
 */
export async function lockWithOriginal(change: Change, number: number): Promise<void> {
  if (!Number.isSafeInteger(number)) return
  for (;;) {
    await sql`savepoint before_family`.execute(change.db)
    const original = await originalOf(change, number)
    await lockFamily(change, original ?? number, [number])
    if ((await originalOf(change, number)) === original) return
    await sql`rollback to savepoint before_family`.execute(change.db)
  }
}

async function originalOf({ db }: Change, number: number): Promise<number | null> {
  const row = await db.selectFrom('ticket').select('duplicate_of').where('number', '=', number).executeTakeFirst()
  return row?.duplicate_of ?? null
}

async function lockAll(change: Change, number: number, numbers: number[]): Promise<number[]> {
  const rows = await change.db
    .selectFrom('ticket')
    .select('number')
    .where((eb) => eb.or([eb('number', 'in', numbers), eb('duplicate_of', '=', number)]))
    .orderBy('number')
    .forNoKeyUpdate()
    .execute()
  return rows.map((row) => row.number)
}

/** Not locked by this: whoever changes them locks the family first. */
export function duplicatesOf(change: Change, number: number): Promise<Ticket[]> {
  return change.db
    .selectFrom('ticket')
    .select(ticketColumns)
    .where('duplicate_of', '=', number)
    .orderBy('number')
    .execute()
}
