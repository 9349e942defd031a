import { sql, type Transaction } from 'kysely'
import { automaticKind } from '../../channels/email/inbound/automatic.ts'
import type { ParsedMail } from '../../channels/email/inbound/parsed-mail.ts'
import { reachOf, type Reach } from '../../channels/email/inbound/reach.ts'
import { markIn } from '../../channels/email/inbound/reply-address.server.ts'
import { senderProof } from '../../channels/email/inbound/sender-proof.ts'
import { threadAmong } from '../../channels/email/message-id.server.ts'
import type { Person } from '../../entities/person/actor.ts'
import { spellingsOf } from '../../fields/mail-domain.ts'
import type { Tables } from '../../entities/tables.ts'
import { lockTicket } from '../../entities/ticket/ticket.write.server.ts'
import { customersOwnAmong } from '../../events/customers-own.server.ts'
import { sideOf } from '../../permissions/sight.ts'
import { loadPerson } from '../../users/sign-in/session.server.ts'
import type { MailFacts } from './decide.ts'

type Db = Transaction<Tables>
export type MailSource = { secret: string; trustedServer: string | null }
export type Known = { facts: MailFacts; person: Person | null }

/** Everything that decides on a mail, looked up; the sender's mails are looked at one after the other. */
export async function factsOfMail(
  db: Db,
  mail: ParsedMail,
  { secret, trustedServer }: MailSource,
  at: Date,
): Promise<Known> {
  const address = mail.from?.address ?? ''
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mail from ${address}`}, 0))`.execute(db)
  const marked = await markedTicket(db, mail, secret)
  const row = await whoHas(db, address)
  const person = row?.active ? await loadPerson(db, row.id) : null
  const since = new Date(at.getTime() - 3_600_000)
  return {
    person,
    facts: {
      isOwn: mail.messageId !== null && (await ownMails(db, [mail.messageId])).length > 0,
      automatic: automaticKind(mail),
      hasSender: mail.from !== null,
      marked,
      side: marked && person ? await sideOn(db, person, marked) : null,
      person: row && {
        active: row.active,
        proven: row.email_verified,
        maySubmit: person?.permissions.has('ticket.submit') ?? false,
      },
      proof: senderProof(mail.headers, address, trustedServer),
      fromSender: await takenFrom(db, address, since),
      onTicket: marked ? await joinedTo(db, marked.ticket, address, since) : 0,
    },
  }
}

/**
 * The ticket that a mark of ours names, as far as there is one: of days that a backup did not have there are mails outside, and no
 * ticket. Nobody would see what is held for one of those.
 */
export async function markedTicket(db: Db, mail: ParsedMail, secret: string): Promise<MailFacts['marked']> {
  const named = await namedTicket(db, mail, secret)
  return named && (await isThere(db, named.ticket)) ? named : null
}

const isThere = async (db: Db, number: number): Promise<boolean> =>
  (await db.selectFrom('ticket').select('number').where('number', '=', number).executeTakeFirst()) !== undefined

/**
 * The ticket that a mark names, and whom an answer there reaches. What answers a mail that told of something among staff
 * stays there, also where it was written to an address of the time when both had the same.
 */
async function namedTicket(db: Db, mail: ParsedMail, secret: string): Promise<MailFacts['marked']> {
  const mark = markIn(secret, mail.to)
  const [answered] = await ownMails(db, mail.references)
  if (mark?.reaches === 'staff' || (mark && !answered)) return { ...mark, by: 'replyMark' }
  const ticket = mark?.ticket ?? answered?.ticket_number
  if (!ticket) return ofThread(mail, secret)
  return {
    ticket,
    by: mark ? 'replyMark' : 'ownMessageId',
    reaches: reachOf(answered!, await customersOwnAmong(db, [answered!])),
  }
}

/** Whether it told of the customer's own word nobody knows any more: what staff answer stays among them. */
function ofThread({ references, subject }: ParsedMail, secret: string): MailFacts['marked'] {
  const ticket = threadAmong(secret, references, subject)
  return ticket === null ? null : { ticket, by: 'ownMessageId', reaches: 'staff' }
}

/**
 * The last mail to the ticket's customer that went to one of these addresses, for a report that names none by its id: only the
 * marked address of answers, to which reports go, tells of the ticket, and whoever has that has a mail of ours.
 */
export const lastMailTo = (db: Db, ticket: number, addresses: readonly string[]) =>
  db
    .selectFrom('mail')
    .innerJoin('ticket', (join) =>
      join.onRef('ticket.number', '=', 'mail.ticket_number').onRef('ticket.customer_id', '=', 'mail.recipient_id'),
    )
    .select(['mail.id', 'mail.ticket_number', 'mail.address'])
    .where('mail.ticket_number', '=', ticket)
    .where('mail.state', '=', 'sent')
    .where('mail.address', 'in', addresses.flatMap(spellingsOf))
    .orderBy('mail.sent_at', 'desc')
    .executeTakeFirst()

/** Mails of ours by their ids and in their order; the ids are keyed: to have one, one must have got the mail. */
export async function ownMails(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return []
  const mails = await db
    .selectFrom('mail')
    .select(['id', 'ticket_number', 'message_id', 'address', 'event_id', 'says'])
    .where('message_id', 'in', [...ids])
    // said for their index, which has no others: of more than a hundred ids the database does not see it for itself
    .where('message_id', '<>', sql.lit(''))
    .execute()
  return mails.toSorted((one, other) => ids.indexOf(one.message_id) - ids.indexOf(other.message_id))
}

const whoHas = async (db: Db, address: string) =>
  (await db
    .selectFrom('users')
    .select(['id', 'active', 'email_verified'])
    .where('email', 'in', spellingsOf(address))
    .executeTakeFirst()) ?? null

type Marked = { ticket: number; reaches: Reach }

async function sideOn(db: Db, person: Person, { ticket: number, reaches }: Marked): Promise<MailFacts['side']> {
  const ticket = await lockTicket(db, number)
  if (!ticket) return null
  const side = sideOf(person, { ...ticket, author_id: null })
  // a colleague of the customer's may read, and takes no part
  if (side === 'customer' && ticket.customer_id !== person.id) return null
  const isNote = side === 'staff' && reaches === 'staff'
  return person.permissions.has(isNote ? 'ticket.note' : 'ticket.reply') ? side : null
}

async function takenFrom(db: Db, address: string, since: Date): Promise<MailFacts['fromSender']> {
  const row = await db
    .selectFrom('inbound_mail')
    .select((eb) => [
      eb.fn.countAll<number>().as('taken'),
      eb.fn.countAll<number>().filterWhere('decision', '=', 'newTicket').as('newTickets'),
    ])
    .where('from_address', '=', address)
    .where('received_at', '>', since)
    .where('decision', 'in', ['newTicket', 'joined'])
    .executeTakeFirstOrThrow()
  return row
}

async function joinedTo(db: Db, ticket: number, address: string, since: Date): Promise<number> {
  const { joined } = await db
    .selectFrom('inbound_mail')
    .select((eb) => eb.fn.countAll<number>().as('joined'))
    .where('ticket_number', '=', ticket)
    .where('from_address', '=', address)
    .where('received_at', '>', since)
    .where('decision', '=', 'joined')
    .executeTakeFirstOrThrow()
  return joined
}
