// Silence is only certain where everything that was written has been read. After an outage, or while a mail server is away,
// the customer's word may lie unread in a mailbox, and one that was read may wait for somebody to look: closing for want of
// a word would do them wrong. Administrators are told of a mailbox that stays silent (conversation/mail-in/tell-of-silence).
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { Change } from '../events/desk.server.ts'
import { day } from '../fields/date-time/spans.ts'

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

/** An unreadable mail of an unknown sender holds closings by silence back for this long. */
const unknownHoldsFor = 7 * day

/**
 * Whether a mail waits that may be the customer's word on this ticket: one that nobody has looked at or could read, about the
 * ticket or from their address. One whose head was not read yet may be anybody's; where that cannot be read either, it may be
 * for some days, so that no mail of a stranger keeps everything open for good.
 */
export async function mailWaits({ db, at }: Change, ticket: Ticket): Promise<boolean> {
  const since = sql`(decision = 'held' or state <> 'done') and received_at >= ${ticket.last_public_at}`
  const { rows } = await sql<{ waits: boolean }>`
    select exists (
        select from inbound_mail
        where state <> 'done' and from_address is null and ticket_number is null
          and (
            next_try_at is not null
            or received_at >= ${ticket.last_public_at} and received_at > ${new Date(at.getTime() - unknownHoldsFor)}
          )
      )
      or exists (select from inbound_mail where ticket_number = ${ticket.number} and ${since})
      or exists (
        select from inbound_mail
        where from_address = (select email from users where id = ${ticket.customer_id}) and ${since}
      ) as waits`.execute(db)
  return rows[0]!.waits
}
