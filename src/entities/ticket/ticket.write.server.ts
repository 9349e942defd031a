import type { Transaction, Updateable } from 'kysely'
import { behind } from '../../server/db/sending.server.ts'
import type { Tables } from '../tables.ts'
import type { Ticket, TicketRow } from './ticket-tables.ts'
import { ticketColumns } from './columns.ts'

/** The ticket as it stands, locked until the change ends; undefined when there is none. */
export async function lockTicket(db: Transaction<Tables>, number: number): Promise<Ticket | undefined> {
  return db.selectFrom('ticket').select(ticketColumns).where('number', '=', number).forNoKeyUpdate().executeTakeFirst()
}

/** Writes the given columns of a ticket that this change has locked. Sent and not waited for: what fails fails the change. */
export async function updateTicket(db: Transaction<Tables>, number: number, set: Partial<Ticket>): Promise<void> {
  await behind(db, db.updateTable('ticket').set(toColumns(set)).where('number', '=', number))
}

/** Texts go into their jsonb columns as JSON; everything else as it is. */
function toColumns(set: Partial<Ticket>): Updateable<TicketRow> {
  const columns: Record<string, unknown> = { ...set }
  for (const name of ['title', 'description', 'comment', 'custom'])
    if (columns[name]) columns[name] = JSON.stringify(columns[name])
  return columns
}

/** The whole row of a new ticket, under a number that was taken for it. Sent and not waited for, as above. */
export async function insertTicket(db: Transaction<Tables>, ticket: Ticket): Promise<void> {
  await behind(db, db.insertInto('ticket').values({ ...ticket, ...textColumns(ticket) }))
}

const textColumns = (ticket: Ticket) => ({
  title: JSON.stringify(ticket.title),
  description: JSON.stringify(ticket.description),
  comment: ticket.comment && JSON.stringify(ticket.comment),
  custom: JSON.stringify(ticket.custom),
})
