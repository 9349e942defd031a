import type { Kysely } from 'kysely'
import type { RepliesTo } from '../channels/email/compose.server.ts'
import type { Mail } from '../channels/email/mail.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { SmallPng } from '../server/files/small-png.server.ts'
import { logoPicture } from '../settings/logo-picture.server.ts'
import { readSettings } from '../settings/settings.server.ts'
import type { Settings } from '../settings/settings.ts'
import { customersOwnAmong } from '../events/customers-own.server.ts'
import { loadPeople } from '../users/people.server.ts'
import type { Differences } from './differences.ts'
import { firstSubjects } from './first-subject.server.ts'
import { mailsOfTheirs } from './mails-of-theirs.server.ts'
import { allDifferences } from './own-interactions.server.ts'

/** All that putting mails into words asks of the database. */
export type MailFacts = {
  settings: Settings
  logo: SmallPng | null
  /** Those of the recipients who are active. */
  people: ReadonlyMap<string, Person>
  proven: ReadonlySet<string>
  tickets: ReadonlyMap<number, Ticket>
  /** The mailbox that a ticket came by, as long as it is read: whoever wrote there is answered from there. */
  boxes: ReadonlyMap<number, RepliesTo>
  /** Of the events, those that are their customer's own word or decision. */
  ofCustomers: ReadonlySet<string>
  differences: ReadonlyMap<string, Differences>
  firstSubject: Awaited<ReturnType<typeof firstSubjects>>
  theirs: Awaited<ReturnType<typeof mailsOfTheirs>>
}

/**
 * Asked once for all mails of a batch: a submitted ticket is a dozen mails to people who read the same settings, and their
 * questions one by one cost the database ten times what the ticket did.
 */
export async function loadMailFacts(db: Kysely<Tables>, mails: readonly Mail[]): Promise<MailFacts> {
  const recipients = distinct(mails.map((mail) => mail.recipient_id))
  const numbers = distinct(mails.map((mail) => mail.ticket_number))
  const settings = await readSettings(db)
  const people = await loadPeople(db, recipients)
  return {
    settings,
    people,
    logo: await logoPicture(db, settings, 'mail'),
    proven: await provenAmong(db, recipients),
    tickets: await ticketsOf(db, numbers),
    boxes: await boxesOf(db, numbers),
    ofCustomers: await customersOwnAmong(db, mails),
    differences: await allDifferences(db),
    firstSubject: await firstSubjects(db, numbers),
    theirs: await mailsOfTheirs(
      db,
      numbers,
      [...people.values()].map(({ email }) => email),
    ),
  }
}

const distinct = <Value>(some: readonly (Value | null)[]): Value[] => [...new Set(some.filter((each) => each !== null))]

async function provenAmong(db: Kysely<Tables>, people: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('users')
    .select('id')
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...people]))))
    .where('email_verified', '=', true)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

async function boxesOf(db: Kysely<Tables>, numbers: readonly number[]): Promise<Map<number, RepliesTo>> {
  const rows = await db
    .selectFrom('inbound_mail')
    .innerJoin('mailbox', 'mailbox.id', 'inbound_mail.mailbox_id')
    .select(['ticket_number', 'mailbox.address', 'plus_address as plus'])
    .where((eb) => eb('ticket_number', '=', eb.fn.any(eb.val([...numbers]))))
    .where('decision', '=', 'newTicket')
    .where('mailbox.active', '=', true)
    .where('mailbox.heard_at', 'is not', null)
    .execute()
  return new Map(rows.map(({ ticket_number, ...box }) => [ticket_number!, box]))
}

async function ticketsOf(db: Kysely<Tables>, numbers: readonly number[]): Promise<Map<number, Ticket>> {
  const rows = await db
    .selectFrom('ticket')
    .selectAll()
    .where((eb) => eb('number', '=', eb.fn.any(eb.val([...numbers]))))
    .execute()
  return new Map(rows.map((row) => [row.number, row]))
}
