import { sql, type Kysely, type Selectable } from 'kysely'
import { audit } from '../audit/audit.write.server.ts'
import { isAccountMail } from '../channels/email/account-mails.ts'
import { withLogoWithin } from '../channels/email/letter-logo.ts'
import { retryMail } from '../channels/email/outbox.write.server.ts'
import type { Person } from '../entities/person/actor.ts'
import type { MailRow } from '../entities/mail-tables.ts'
import type { Tables } from '../entities/tables.ts'
import type { Desk } from '../events/desk.server.ts'
import { classification } from '../fields/classification/classification.ts'
import { instant, integer, nullable, object, pagedList, string } from '../fields/json-schema.ts'
import { wholeNumber } from '../fields/number/whole-number.ts'
import { pageOf, usualLimit } from '../fields/page.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { mailStates } from '../entities/mail-tables.ts'
import { isId } from '../fields/user-group/user-group.ts'
import { permit } from '../permissions/permit.server.ts'
import { refuse } from '../server/errors/refusal.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import { idIn } from '../server/http/id-in.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { logoPicture } from '../settings/logo-picture.server.ts'
import { readSettings } from '../settings/settings.server.ts'
import type { Said } from './says.ts'
import { before, listForm } from './page.ts'

const mailsForm = {
  ...listForm,
  state: classification({ required: false, values: mailStates }),
  /** A person's id, or an address. */
  recipient: shortText({ required: false, max: 254 }),
  ticket: wholeNumber({ required: false, min: 1, max: Number.MAX_SAFE_INTEGER, fromText: true }),
}

const summary = {
  id: string,
  to: string,
  subject: nullable('string'),
  state: { type: 'string', enum: mailStates },
  at: instant,
  sentAt: nullable('string', 'date-time'),
  interaction: string,
  ticket: nullable('integer'),
  tries: integer,
  lastError: nullable('string'),
  /** Why they were told: assignee, participant, customer, member of the group or standing in for it, readsReports and so on; null for mails about an account. */
  why: nullable('string'),
  group: nullable('string'),
}
const one = { ...summary, text: nullable('string'), html: nullable('string'), language: nullable('string') }

/** The outbox, for administrators: what went out, what waits, what finally failed. */
export const mailEndpoints: Endpoint<Desk, Person>[] = [
  {
    method: 'GET',
    path: '/api/v1/mails',
    summary: 'Mails, newest first: to whom, about what, and what became of them.',
    heading: 'interactions',
    access: 'signedIn',
    query: mailsForm,
    answer: pagedList(object(summary)),
    async handle({ desk, actor, query }) {
      permit(actor, 'settings.manage')
      const { after, limit = usualLimit, state, recipient, ticket } = readForm(mailsForm, query)
      const rows = await desk
        .read()
        .selectFrom('mail')
        .select([...columns])
        .$if(after !== undefined, (mails) => mails.where(before('mail', 'created_at', after!)))
        // not as a parameter: the indexes of some states are found only where the statement says which
        .$if(state !== undefined, (mails) => mails.where('state', '=', sql.lit(state!)))
        .$if(recipient !== undefined, (mails) =>
          isId(recipient)
            ? mails.where('recipient_id', '=', recipient)
            : mails.where('address', '=', recipient!.toLowerCase()),
        )
        .$if(ticket !== undefined, (mails) => mails.where('ticket_number', '=', ticket!))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
      return pageOf(rows, limit, present, ({ created_at, id }) => [created_at.toISOString(), id])
    },
  },
  {
    method: 'GET',
    path: '/api/v1/mails/:id',
    summary: 'One mail with its text, as it went out or was kept.',
    heading: 'interactions',
    access: 'signedIn',
    answer: object(one),
    async handle({ desk, actor, params }) {
      permit(actor, 'settings.manage')
      return mailShown(desk.read(), actor, idIn(params))
    },
  },
  {
    method: 'POST',
    path: '/api/v1/mails/:id/retry',
    summary: 'Gives a mail that finally failed, was kept or is held a second chance.',
    heading: 'interactions',
    access: 'signedIn',
    answer: object(one),
    handle: ({ desk, actor, params, network }) =>
      desk.change(actor, async (change) => {
        permit(actor, 'settings.manage')
        const { db, at } = change
        const { id, state, sentAt, interaction } = await mailShown(db, actor, idIn(params))
        // it went, and came back: what it said was taken out as it went (markSent), the link first of all
        if (sentAt !== null && isAccountMail(interaction)) refuse('linkGone')
        if (!(await retryMail(db, id, at))) refuse('notPossibleNow', { variables: { status: state } })
        await audit(change, { action: 'mail.retried', subject: `mail:${id}`, before: { state }, network })
        return mailShown(db, actor, id)
      }),
  },
]

const columns = [
  'id',
  'address',
  'subject',
  'state',
  'created_at',
  'sent_at',
  'interaction',
  'ticket_number',
  'tries',
  'last_error',
  'says',
] as const

async function mailShown(db: Kysely<Tables>, actor: Person, id: string) {
  const row = await db
    .selectFrom('mail')
    .select([...columns, 'body_text', 'body_html', 'language'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) refuse('notFound')
  const hidden = isAccountMail(row.interaction) && !actor.permissions.has('user.manage')
  const logo = await logoPicture(db, await readSettings(db), 'mail')
  return {
    ...present(row),
    // its link lets whoever opens it choose a password: only for those who could set one anyway
    text: hidden ? null : row.body_text,
    html: hidden || row.body_html === null ? null : withLogoWithin(row.body_html, logo),
    language: row.language,
  }
}

type Row = Pick<Selectable<MailRow>, (typeof columns)[number]>

const present = (row: Row) => ({
  id: row.id,
  to: row.address,
  subject: row.subject,
  state: row.state,
  at: row.created_at.toISOString(),
  sentAt: row.sent_at?.toISOString() ?? null,
  interaction: row.interaction,
  ticket: row.ticket_number,
  tries: row.tries,
  lastError: row.last_error,
  ...reasonOf(row.says as Partial<Said>),
})

const reasonOf = ({ why }: Partial<Said>) =>
  typeof why === 'object'
    ? { why: why.standsIn ? 'standsIn' : 'group', group: why.group }
    : { why: why ?? null, group: null }
