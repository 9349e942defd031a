// Silence is only certain where everything that was written has been read. After an outage, or while a mail server is away,
// the customer's word may lie unread in a mailbox, and one that was read may wait for somebody to look: closing for want of
// a word would do them wrong. Administrators are told of a mailbox that stays silent (conversation/mail-in/tell-of-silence).
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { Change } from '../events/desk.server.ts'

/**
 * Until when all mail has been read: each look into a mailbox moves it, once a minute where nothing comes. Null where no
 * mailbox is in use; then customers write on the page of their request alone.
 */
export async function mailIsReadUntil(db: Kysely<Tables>): Promise<Date | null> {
  const last = await db
    .selectFrom('mailbox')
    .select('heard_at')
    .where('active', '=', true)
    .orderBy('heard_at', (heard) => heard.asc().nullsFirst())
    .limit(1)
    .executeTakeFirst()
  return last ? (last.heard_at ?? new Date(0)) : null
}

/**
 * Whether a mail waits that may be the customer's word on this ticket: one that nobody has looked at, about the ticket or from
 * their address, or any that was fetched and not yet read, since only reading it says whose it is (done within seconds).
 */
export async function mailWaits({ db }: Change, ticket: Ticket): Promise<boolean> {
  const since = sql`decision = 'held' and received_at >= ${ticket.last_public_at}`
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from inbound_mail where state = 'received')
      or exists (select from inbound_mail where ticket_number = ${ticket.number} and ${since})
      or exists (
        select from inbound_mail
        where from_address = (select email from users where id = ${ticket.customer_id}) and ${since}
      ) as waits`.execute(db)
  return rows[0]!.waits
}
