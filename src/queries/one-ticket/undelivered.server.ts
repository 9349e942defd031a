import { sql, type ExpressionBuilder } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Tables } from '../../entities/tables.ts'
import type { PresentedTicket } from './one-ticket.ts'
import type { FoundTicket } from './read-ticket.server.ts'

/**
 * To staff: that our mails about this ticket do not reach its customer, and what the mail server said of the latest. An address
 * that was corrected since, or a mail that was sent again, takes it away. A column of the ticket that is asked for.
 */
export const undeliveredTo = (eb: ExpressionBuilder<Tables & { customer: Tables['users'] }, 'ticket' | 'customer'>) =>
  jsonObjectFrom(
    eb
      .selectFrom('mail')
      .select(['mail.address', 'mail.last_error', 'mail.created_at'])
      .whereRef('mail.ticket_number', '=', 'ticket.number')
      .whereRef('mail.recipient_id', '=', 'ticket.customer_id')
      .whereRef('mail.address', '=', 'customer.email')
      .where(sql<boolean>`mail.state = 'dead'`)
      .orderBy('mail.created_at', 'desc')
      .limit(sql.lit(1)),
  )

export const undeliveredOf = ({
  undelivered: mail,
}: Pick<FoundTicket, 'undelivered'>): PresentedTicket['undelivered'] =>
  mail && { to: mail.address, said: mail.last_error, at: new Date(mail.created_at).toISOString() }
