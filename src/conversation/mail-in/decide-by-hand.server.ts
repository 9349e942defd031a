import type { Kysely } from 'kysely'
import { parseMail } from '../../channels/email/inbound/when-asked.server.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Change, Desk } from '../../events/desk.server.ts'
import { classification } from '../../fields/classification/classification.ts'
import { wholeNumber } from '../../fields/number/whole-number.ts'
import { permit } from '../../permissions/permit.server.ts'
import { visibleAsStaff } from '../../permissions/visible.server.ts'
import { refuse, refuseFields } from '../../server/errors/refusal.ts'
import type { Call } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import type { BlobStore } from '../../server/files/blob-store.server.ts'
import { loadPerson } from '../../users/sign-in/session.server.ts'
import { mailsFor, readInboundMail } from './read-inbound-mail.server.ts'
import type { Decided } from './reasons.ts'
import { carryOut } from './take-in-mail.server.ts'

export const decideForm = {
  as: classification({ required: true, values: ['newTicket', 'joined', 'ignored'] }),
  ticket: wholeNumber({ required: false, min: 1, max: Number.MAX_SAFE_INTEGER }),
}

/** Somebody looked at a mail that waited, and says what it shall become. */
export async function decideByHand({ actor, params, body }: Call<Desk, Person>, change: Change, blobs: BlobStore) {
  permit(actor, 'ticket.assign')
  const { id } = await readInboundMail(change.db, actor, params['id'])
  const { as, ticket } = readForm(decideForm, body)
  if (as === 'joined' && ticket === undefined) refuseFields({ field: 'ticket', code: 'required' })
  const row = await change.db
    .selectFrom('inbound_mail')
    .leftJoin('mailbox', 'mailbox.id', 'inbound_mail.mailbox_id')
    .select(['raw', 'decision', 'group_id'])
    .where('inbound_mail.id', '=', id)
    .forUpdate('inbound_mail')
    .executeTakeFirstOrThrow()
  if (row.decision !== 'held') refuse('notPossibleNow', { variables: { status: row.decision ?? 'received' } })
  const mail = await parseMail(row.raw)
  const sender = mail.from && as !== 'ignored' ? await senderOf(change.db, mail.from.address) : null
  if (as !== 'ignored' && !mail.from) refuseFields({ field: 'as', code: 'notInList' })
  if (as === 'newTicket' && sender && !sender.permissions.has('ticket.submit'))
    refuseFields({ field: 'as', code: 'notInList' })
  // only their own ticket, or one that they work on: a mail never gives anybody a ticket
  if (as === 'joined' && !(sender && (await takesPart(change.db, sender, ticket!))))
    refuseFields({ field: 'ticket', code: 'notInList' })
  const decided = { decision: as, reason: 'byHand', ...(as === 'joined' ? { ticket: ticket! } : {}) } as Decided
  await carryOut(change, id, mail, { person: sender }, decided, { group: row.group_id, blobs })
  return readInboundMail(change.db, actor, id)
}

async function senderOf(db: Kysely<Tables>, address: string): Promise<Person | null> {
  const row = await db.selectFrom('users').select(['id', 'active']).where('email', '=', address).executeTakeFirst()
  if (row && !row.active) refuseFields({ field: 'as', code: 'inactive' })
  return row ? loadPerson(db, row.id) : null
}

async function takesPart(db: Kysely<Tables>, person: Person, number: number): Promise<boolean> {
  const row = await db
    .selectFrom('ticket')
    .select('number')
    .where('number', '=', number)
    .where((eb) => eb.or([eb('customer_id', '=', person.id), visibleAsStaff(person)(eb)]))
    .executeTakeFirst()
  return row !== undefined
}

/** The tickets that a mail that waits could join: of its sender, newest first. */
export async function ticketsOfSender(db: Kysely<Tables>, actor: Person, id: string) {
  const mail = await mailsFor(db, actor).where('inbound_mail.id', '=', id).executeTakeFirst()
  if (!mail?.from_address) return []
  return db
    .selectFrom('ticket')
    .innerJoin('users', 'users.id', 'ticket.customer_id')
    .select(['ticket.number', 'ticket.title', 'ticket.status'])
    .where('users.email', '=', mail.from_address)
    .where(visibleAsStaff(actor))
    .orderBy('ticket.number', 'desc')
    .limit(10)
    .execute()
}
