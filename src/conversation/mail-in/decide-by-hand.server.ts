import type { Kysely, Transaction } from 'kysely'
import type { ParsedMail } from '../../channels/email/inbound/parsed-mail.ts'
import type { Reach } from '../../channels/email/inbound/reach.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Change, Desk } from '../../events/desk.server.ts'
import { classification } from '../../fields/classification/classification.ts'
import { spellingsOf } from '../../fields/mail-domain.ts'
import { wholeNumber } from '../../fields/number/whole-number.ts'
import { permit } from '../../permissions/permit.server.ts'
import { visibleAsStaff } from '../../permissions/visible.server.ts'
import { refuse, refuseFields } from '../../server/errors/refusal.ts'
import type { Call } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import type { BlobStore } from '../../server/files/blob-store.server.ts'
import { besideErasing } from '../../users/erase/beside-erasing.server.ts'
import { loadPerson } from '../../users/sign-in/session.server.ts'
import { markedTicket } from './mail-facts.server.ts'
import { leaveOut } from './mark-mail.write.server.ts'
import { mailsFor, readInboundMail, readMailMadeTicket } from './read-inbound-mail.server.ts'
import type { Decided } from './reasons.ts'
import { carryOut } from './take-in-mail.server.ts'
import { isUnreadable, readKept } from './unreadable.server.ts'

export const decideForm = {
  as: classification({ required: true, values: ['newTicket', 'joined', 'ignored'] }),
  ticket: wholeNumber({ required: false, min: 1, max: Number.MAX_SAFE_INTEGER }),
}

/** The secret of our marks, and the store for files. */
type Along = { secret: string; blobs: BlobStore }

/** Somebody looked at a mail that waited, and says what it shall become. */
export async function decideByHand(
  { actor, params, body }: Call<Desk, Person>,
  change: Change,
  { secret, blobs }: Along,
) {
  permit(actor, 'ticket.assign')
  await besideErasing(change.db)
  const { id } = await readInboundMail(change.db, actor, params['id'])
  const { as, ticket } = readForm(decideForm, body)
  if (as === 'joined' && ticket === undefined) refuseFields({ field: 'ticket', code: 'required' })
  const row = await change.db
    .selectFrom('inbound_mail')
    .leftJoin('mailbox', 'mailbox.id', 'inbound_mail.mailbox_id')
    .select(['raw', 'decision', 'inbound_mail.state', 'tries', 'inbound_mail.last_error', 'group_id'])
    .where('inbound_mail.id', '=', id)
    .forUpdate('inbound_mail')
    .executeTakeFirstOrThrow()
  if (as !== 'ignored' && isUnreadable(row)) refuseFields({ field: 'as', code: 'notInList' })
  // one that cannot be handled can be left out, and is shown no more
  const isLeftOut = row.state === 'failed' && as === 'ignored'
  if (row.decision !== 'held' && !isLeftOut)
    refuse('notPossibleNow', { variables: { status: row.decision ?? 'received' } })
  const mail = await readKept(row)
  const { sender, decided } = as === 'ignored' ? leftOut : await becoming(change.db, mail, { as, ticket, secret })
  if (mail) await carryOut(change, id, mail, { person: sender }, decided, { group: row.group_id, blobs })
  else await leaveOut(change, id)
  return as === 'newTicket' ? readMailMadeTicket(change.db, id) : readInboundMail(change.db, actor, id)
}

type Becoming = { sender: Person | null; decided: Decided }
type Asked = { as: 'newTicket' | 'joined'; ticket: number | undefined; secret: string }

const leftOut: Becoming = { sender: null, decided: { decision: 'ignored', reason: 'byHand' } }

async function becoming(
  db: Transaction<Tables>,
  mail: ParsedMail | null,
  { as, ticket, secret }: Asked,
): Promise<Becoming> {
  if (!mail?.from) return refuseFields({ field: 'as', code: 'notInList' })
  const sender = await senderOf(db, mail.from.address)
  if (as === 'newTicket') {
    if (sender && !sender.permissions.has('ticket.submit')) refuseFields({ field: 'as', code: 'notInList' })
    return { sender, decided: { decision: as, reason: 'byHand' } }
  }
  // only their own ticket, or one that they work on: a mail never gives anybody a ticket
  const side = sender && (await sideOn(db, sender, ticket!))
  if (!side) return refuseFields({ field: 'ticket', code: 'notInList' })
  const reaches = side === 'staff' ? await reachOfStaff(db, mail, { ticket: ticket!, secret }) : 'everyone'
  return { sender, decided: { decision: as, reason: 'byHand', ticket: ticket!, reaches } }
}

/** What shows no mark of ours may be meant for anybody: the customer does not get it in the organisation's name. */
async function reachOfStaff(
  db: Transaction<Tables>,
  mail: ParsedMail,
  { ticket, secret }: { ticket: number; secret: string },
): Promise<Reach> {
  const marked = await markedTicket(db, mail, secret)
  return marked?.ticket === ticket ? marked.reaches : 'staff'
}

async function senderOf(db: Kysely<Tables>, address: string): Promise<Person | null> {
  const row = await db
    .selectFrom('users')
    .select(['id', 'active'])
    .where('email', 'in', spellingsOf(address))
    .executeTakeFirst()
  if (row && !row.active) refuseFields({ field: 'as', code: 'inactive' })
  return row ? loadPerson(db, row.id) : null
}

/** As the customer of the ticket, or as one of the staff who see it. */
async function sideOn(db: Kysely<Tables>, person: Person, number: number): Promise<'customer' | 'staff' | null> {
  const row = await db
    .selectFrom('ticket')
    .select('customer_id')
    .where('number', '=', number)
    .where((eb) => eb.or([eb('customer_id', '=', person.id), visibleAsStaff(person)(eb)]))
    .executeTakeFirst()
  if (!row) return null
  return row.customer_id === person.id ? 'customer' : 'staff'
}

/** The tickets that a mail that waits could join: of its sender, newest first. */
export async function ticketsOfSender(db: Kysely<Tables>, actor: Person, id: string) {
  const mail = await mailsFor(db, actor).where('inbound_mail.id', '=', id).executeTakeFirst()
  if (!mail?.from_address) return []
  return db
    .selectFrom('ticket')
    .innerJoin('users', 'users.id', 'ticket.customer_id')
    .select(['ticket.number', 'ticket.title', 'ticket.status'])
    .where('users.email', 'in', spellingsOf(mail.from_address))
    .where(visibleAsStaff(actor))
    .orderBy('ticket.number', 'desc')
    .limit(10)
    .execute()
}
