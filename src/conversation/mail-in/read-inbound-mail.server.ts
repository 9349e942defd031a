import { sql, type Kysely, type SqlBool } from 'kysely'
import { replyToElsewhere } from '../../channels/email/inbound/parsed-mail.ts'
import { withOwnPictures } from '../../channels/email/inbound/own-pictures.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { ticketEntity, ticketTexts } from '../../entities/ticket/ticket.ts'
import { isId } from '../../fields/user-group/user-group.ts'
import { visibleAsStaff } from '../../permissions/visible.server.ts'
import { refuse } from '../../server/errors/refusal.ts'
import { withoutLinks } from '../../users/ticket-links/links-in-texts.ts'
import { nameOfAttachment } from './name-of-attachment.server.ts'
import { isUnreadable, readKept, unlessUnreadable } from './unreadable.server.ts'
import { rawWithoutLinks } from './without-links.server.ts'

type Db = Kysely<Tables>

/** What is longer than a text of a ticket may be stands there cut. */
const longestShown = Math.min(ticketEntity.description.max, ticketTexts.reply.max)

const allMails = (db: Db) =>
  db
    .selectFrom('inbound_mail')
    .leftJoin('mailbox', 'mailbox.id', 'inbound_mail.mailbox_id')
    .leftJoin('users as decider', 'decider.id', 'inbound_mail.decided_by')
    .select([
      'inbound_mail.id',
      'mailbox.address as mailbox',
      'received_at',
      'inbound_mail.state',
      'decision',
      'reason',
      'tries',
      'next_try_at',
    ])
    .select(['from_address', 'from_name', 'subject', 'ticket_number', 'message', 'inbound_mail.last_error'])
    .select(['decider.id as decider_id', 'decider.name as decider_name'])
    .select(sql<boolean>`html is not null`.as('has_html'))
    .select(
      sql<boolean>`length(coalesce(whole_text, '')) > least(length(coalesce(text, '')) + 2, ${longestShown})`.as(
        'is_folded',
      ),
    )

/**
 * The mails that somebody may read: of the tickets that they see as one of the staff, those that became something; for whoever
 * hands out work also those that wait, and those that no ticket has, nor one that is gone since a backup came back.
 */
export const mailsFor = (db: Db, actor: Person) =>
  allMails(db).where((eb) => {
    const its = eb
      .selectFrom('ticket')
      .select('ticket.number')
      .whereRef('ticket.number', '=', 'inbound_mail.ticket_number')
    const seen = eb.exists(its.where(visibleAsStaff(actor)))
    return actor.permissions.has('ticket.assign')
      ? eb.or([eb('ticket_number', 'is', null), seen, eb.not(eb.exists(its))])
      : eb.and([seen, eb('decision', 'in', ['newTicket', 'joined'])])
  })

type Row = Awaited<ReturnType<ReturnType<typeof mailsFor>['execute']>>[number]

export const before = (place: { at: Date; id: string }) =>
  sql<SqlBool>`(received_at, inbound_mail.id) < (${place.at}, ${place.id}::uuid)`

/** In the words of its index. */
export const isToLookAt = sql<SqlBool>`(decision = 'held' or inbound_mail.state = 'failed')`

/** One mail as it can be looked at now: its HTML is cleaned by today's rules, whatever those were under which it came. */
export async function readInboundMail(db: Db, actor: Person, id: string | undefined) {
  return readWhole(await oneOf(db, actor, id))
}

/** For whoever made a ticket of it this moment, also where that lies with others from then on. */
export const readMailMadeTicket = async (db: Db, id: string) =>
  readWhole((await withRaw(allMails(db), id)) ?? refuse('notFound'))

async function readWhole(row: WholeRow) {
  const { raw, text, whole_text } = row
  const mail = await readKept(row)
  const kept = (own: string | null, read: string | undefined) => {
    const shown = own ?? read
    return shown === undefined ? null : withoutLinks(shown)
  }
  return {
    ...presentMail(row),
    // kept as it was read: links of ours stand in what came before they were taken out; null: it cannot be read, or is kept no more
    text: kept(text, mail?.text),
    wholeText: kept(whole_text, mail?.wholeText),
    html: mail?.html ? withOwnPictures(mail.html, mail.attachments) : null,
    sanitiser: row.sanitiser,
    replyTo: mail && replyToElsewhere(mail),
    isKept: raw !== null,
    size: raw?.length ?? 0,
    attachments: (mail?.attachments ?? []).map(({ name, type, content }) => ({ name, type, size: content.length })),
  }
}

/** As it came, but for the links of ours that open a request without a password: what cannot be read may hide some. */
export async function rawMail(db: Db, actor: Person, id: string | undefined): Promise<Buffer> {
  const row = await oneOf(db, actor, id)
  const copy = row.raw === null || isUnreadable(row) ? null : await unlessUnreadable(rawWithoutLinks(row.raw))
  return copy ?? refuse('notFound')
}

/** With the name that it may be saved under. */
export async function attachmentOfMail(db: Db, actor: Person, id: string | undefined, place: string | undefined) {
  const mail = await readKept(await oneOf(db, actor, id))
  const attachment = /^\d{1,6}$/u.test(place ?? '') ? mail?.attachments[Number(place)] : undefined
  return attachment && { name: nameOfAttachment(attachment), content: attachment.content }
}

async function oneOf(db: Db, actor: Person, id: string | undefined) {
  const row = isId(id) ? await withRaw(mailsFor(db, actor), id) : undefined
  return row ?? refuse('notFound')
}

const withRaw = (mails: ReturnType<typeof allMails>, id: string) =>
  mails.select(['raw', 'text', 'whole_text', 'sanitiser']).where('inbound_mail.id', '=', id).executeTakeFirst()

type WholeRow = NonNullable<Awaited<ReturnType<typeof withRaw>>>

export const presentMail = (row: Row) => ({
  id: row.id,
  mailbox: row.mailbox,
  receivedAt: row.received_at.toISOString(),
  state: row.state,
  decision: row.decision,
  reason: row.reason,
  decidedBy: row.decider_id === null ? null : { id: row.decider_id, name: row.decider_name ?? '' },
  from: row.from_address === null ? null : { address: row.from_address, name: row.from_name ?? '' },
  subject: row.subject,
  ticket: row.ticket_number,
  message: row.message,
  tries: row.tries,
  nextTryAt: row.next_try_at?.toISOString() ?? null,
  lastError: row.last_error,
  hasHtml: row.has_html,
  isFolded: row.is_folded,
})
