import { sql, type Kysely, type SqlBool } from 'kysely'
import { parseMail } from '../../channels/email/inbound/parse-mail.server.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Change, Desk } from '../../events/desk.server.ts'
import { classification } from '../../fields/classification/classification.ts'
import { wholeNumber } from '../../fields/number/whole-number.ts'
import { isId } from '../../fields/user-group/user-group.ts'
import { permit } from '../../permissions/permit.server.ts'
import { visibleAsStaff } from '../../permissions/visible.server.ts'
import { refuse, refuseFields } from '../../server/errors/refusal.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import type { BlobStore } from '../../server/files/blob-store.server.ts'
import { loadPerson } from '../../users/session.server.ts'
import { inboundAnswer, inboundItem, listForm } from './inbound-mail-forms.ts'
import { pageOf } from './inbound-mail-page.ts'
import type { Decided } from './reasons.ts'
import { carryOut } from './take-in-mail.server.ts'

const about = { heading: 'mailboxes', access: 'signedIn' } as const
const path = '/api/v1/inbound-mails'

const decideForm = {
  as: classification({ required: true, values: ['newTicket', 'joined', 'ignored'] }),
  ticket: wholeNumber({ required: false, min: 1, max: Number.MAX_SAFE_INTEGER }),
}

/** Mails that came in and what became of each, for whoever hands out work; and the ones that wait for somebody to look. */
export const inboundMailEndpoints = (blobs: BlobStore): Endpoint<Desk, Person>[] => [
  {
    ...about,
    method: 'GET',
    path,
    summary: 'Mails that came in, newest first, each with what became of it and why.',
    query: listForm,
    answer: {
      type: 'object',
      properties: { items: { type: 'array', items: inboundItem }, next: { type: ['string', 'null'] } },
      required: ['items', 'next'],
      additionalProperties: false,
    },
    async handle({ desk, actor, query }) {
      permit(actor, 'ticket.assign')
      const { after, limit = 50, decision, ticket, state } = readForm(listForm, query)
      const rows = await mails(desk.read(), actor)
        .$if(after !== undefined, (some) =>
          some.where(sql<SqlBool>`(received_at, inbound_mail.id) < (${after!.at}, ${after!.id}::uuid)`),
        )
        .$if(decision !== undefined, (some) => some.where('decision', '=', decision!))
        .$if(state !== undefined, (some) => some.where('state', '=', state!))
        .$if(ticket !== undefined, (some) => some.where('ticket_number', '=', ticket!))
        .orderBy('received_at', 'desc')
        .orderBy('inbound_mail.id', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, present)
    },
  },
  {
    ...about,
    method: 'GET',
    path: `${path}/:id`,
    summary: 'One mail: its text without what it quotes, whole, and its HTML cleaned, to be shown in a sandbox.',
    answer: inboundAnswer,
    async handle({ desk, actor, params }) {
      permit(actor, 'ticket.assign')
      return readOne(desk.read(), actor, params['id'])
    },
  },
  {
    ...about,
    method: 'POST',
    path: `${path}/:id/decide`,
    summary: 'Says what a mail that waits shall become: a new ticket, a message on one, or nothing.',
    body: decideForm,
    answer: inboundAnswer,
    handle: (call) => call.desk.change(call.actor, (change) => decideByHand(call, change, blobs)),
  },
]

async function decideByHand({ actor, params, body }: Call<Desk, Person>, change: Change, blobs: BlobStore) {
  permit(actor, 'ticket.assign')
  const { id } = await readOne(change.db, actor, params['id'])
  const { as, ticket } = readForm(decideForm, body)
  if (as === 'joined' && ticket === undefined) refuseFields({ field: 'ticket', code: 'required' })
  const row = await change.db
    .selectFrom('inbound_mail')
    .select(['raw', 'decision', 'mailbox_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.decision !== 'held') refuse('notPossibleNow', { variables: { status: row.decision ?? 'received' } })
  const mail = await parseMail(row.raw)
  const sender = mail.from && (await senderOf(change.db, mail.from.address))
  if (as !== 'ignored' && !mail.from) refuseFields({ field: 'as', code: 'notInList' })
  // only their own ticket, or one that they work on: a mail never gives anybody a ticket
  if (as === 'joined' && !(sender && (await takesPart(change.db, sender, ticket!))))
    refuseFields({ field: 'ticket', code: 'notInList' })
  const decided = { decision: as, reason: 'byHand', ...(as === 'joined' ? { ticket: ticket! } : {}) } as Decided
  await carryOut(change, id, mail, { person: sender }, decided, { group: null, blobs })
  return readOne(change.db, actor, id)
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

/** Whose ticket one may not see, of that one sees no mail. */
const mails = (db: Kysely<Tables>, actor: Person) =>
  db
    .selectFrom('inbound_mail')
    .leftJoin('mailbox', 'mailbox.id', 'inbound_mail.mailbox_id')
    .select([
      'inbound_mail.id',
      'mailbox.address as mailbox',
      'received_at',
      'inbound_mail.state',
      'decision',
      'reason',
    ])
    .select(['from_address', 'from_name', 'subject', 'ticket_number', 'message', 'inbound_mail.last_error'])
    .where((eb) =>
      eb.or([
        eb('ticket_number', 'is', null),
        eb.exists(
          eb
            .selectFrom('ticket')
            .select('ticket.number')
            .whereRef('ticket.number', '=', 'inbound_mail.ticket_number')
            .where(visibleAsStaff(actor)),
        ),
      ]),
    )

type Row = Awaited<ReturnType<ReturnType<typeof mails>['execute']>>[number]

async function readOne(db: Kysely<Tables>, actor: Person, id: string | undefined) {
  const row = isId(id)
    ? await mails(db, actor)
        .select(['text', 'whole_text', 'html', 'sanitiser'])
        .where('inbound_mail.id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) return refuse('notFound')
  return { ...present(row), text: row.text, wholeText: row.whole_text, html: row.html, sanitiser: row.sanitiser }
}

const present = (row: Row) => ({
  id: row.id,
  mailbox: row.mailbox,
  receivedAt: row.received_at.toISOString(),
  state: row.state,
  decision: row.decision,
  reason: row.reason,
  from: row.from_address === null ? null : { address: row.from_address, name: row.from_name ?? '' },
  subject: row.subject,
  ticket: row.ticket_number,
  message: row.message,
  lastError: row.last_error,
})
