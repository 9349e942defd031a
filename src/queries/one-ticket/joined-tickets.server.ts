import { sql, type Kysely } from 'kysely'
import type { Actor } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { visibleAsStaff } from '../../permissions/visible.server.ts'
import type { PresentedTicket } from './one-ticket.ts'

/**
 * The tickets that are joined with this one, as far as one of its staff may see them: who reads the original knows whose
 * requests hang on it, what those said to its answer, and that one of them wrote again since.
 */
export async function joinedTickets(
  db: Kysely<Tables>,
  actor: Actor,
  original: number,
): Promise<PresentedTicket['joined']> {
  const rows = await db
    .selectFrom('ticket')
    .innerJoin('users', 'users.id', 'ticket.customer_id')
    .select(['ticket.number', 'ticket.customer_id', 'users.name', 'ticket.answer_state'])
    .select(
      sql<Date | null>`(
        select max(message.at) from message
        where message.ticket_number = ticket.number and message.side = 'customer' and message.at > ticket.closed_at
      )`.as('wrote_at'),
    )
    .where('ticket.duplicate_of', '=', original)
    .where((eb) => visibleAsStaff(actor)(eb))
    .orderBy('ticket.number')
    .limit(50)
    .execute()
  return rows.map(({ number, customer_id: id, name, answer_state: answer, wrote_at: wrote }) => ({
    number,
    customer: { id, name },
    answer,
    wroteAt: wrote?.toISOString() ?? null,
  }))
}
