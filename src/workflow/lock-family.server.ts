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
