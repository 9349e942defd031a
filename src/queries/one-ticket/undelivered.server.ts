import { sql, type ExpressionBuilder } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Tables } from '../../entities/tables.ts'
import type { PresentedTicket } from './one-ticket.ts'
import type { FoundTicket } from './read-ticket.server.ts'

/** A server that asks to come again a little later does so for a minute or two; from this try on it is told. */
const worthTelling = 4

/**
 * To staff: that our mails about this ticket do not reach its customer, and what the mail server said of the latest; or that
 * one waits. An address that was corrected since, or a mail that went out, takes it away. A column of the ticket that is asked
 * for.
 */
export const undeliveredTo = (eb: ExpressionBuilder<Tables & { customer: Tables['users'] }, 'ticket' | 'customer'>) =>
  jsonObjectFrom(
    eb
      .selectFrom('mail')
      .select(['mail.address', 'mail.last_error', 'mail.created_at', 'mail.state', 'mail.tries'])
      .whereRef('mail.ticket_number', '=', 'ticket.number')
      .whereRef('mail.recipient_id', '=', 'ticket.customer_id')
      .whereRef('mail.address', '=', 'customer.email')
      .where(
        sql<boolean>`(mail.state in ('dead', 'held') or mail.state = 'pending' and mail.last_error is not null
          and (mail.tries = 0 or mail.tries >= ${sql.lit(worthTelling)}))`,
      )
      .orderBy(sql`mail.state = 'dead'`, 'desc')
      .orderBy('mail.created_at', 'desc')
      .limit(sql.lit(1)),
  )

export const undeliveredOf = ({
  undelivered: mail,
}: Pick<FoundTicket, 'undelivered'>): PresentedTicket['undelivered'] =>
  mail?.state === 'dead'
    ? { to: mail.address, said: mail.last_error, at: new Date(mail.created_at).toISOString() }
    : null

/** What keeps a mail from going out: a backup that was restored, our own ration for an address that nobody proved, or its server. */
export const waitingMailOf = ({
  undelivered: mail,
}: Pick<FoundTicket, 'undelivered'>): PresentedTicket['waitingMail'] => {
  if (!mail || mail.state === 'dead') return null
  const { address: to, last_error: said, state, tries } = mail
  if (state === 'held') return { to, why: 'held', said: null }
  return tries === 0 ? { to, why: 'rationed', said: null } : { to, why: 'retried', said }
}
