import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { PresentedTicket } from './one-ticket.ts'

/**
 * To staff: that our mails about this ticket do not reach its customer, and what the mail server said of the latest. An address
 * that was corrected since, or a mail that was sent again, takes it away.
 */
export async function undeliveredTo(
  db: Kysely<Tables>,
  ticket: number,
  customer: string,
): Promise<PresentedTicket['undelivered']> {
  const row = await db
    .selectFrom('mail')
    .innerJoin('users', 'users.id', 'mail.recipient_id')
    .select(['mail.address', 'mail.last_error', 'mail.created_at'])
    .where('mail.ticket_number', '=', ticket)
    .where('mail.recipient_id', '=', customer)
    .where('mail.state', '=', 'dead')
    .where(sql<boolean>`mail.address = users.email`)
    .orderBy('mail.created_at', 'desc')
    .executeTakeFirst()
  return row ? { to: row.address, said: row.last_error, at: row.created_at.toISOString() } : null
}
