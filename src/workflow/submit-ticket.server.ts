import { sql } from 'kysely'
import type { Actor, Person } from '../entities/person/actor.ts'
import { attachFiles } from '../entities/ticket/ticket-file.write.server.ts'
import { insertTicket } from '../entities/ticket/ticket.write.server.ts'
import { writeWords } from '../entities/ticket/words.write.server.ts'
import type { Change, Desk } from '../events/desk.server.ts'
import { record } from '../events/record.server.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { isStaff } from '../permissions/is-staff.ts'
import { refuse } from '../server/errors/refusal.ts'
import { send, type Sent } from '../server/db/sending.server.ts'
import { customOfNewTicket } from '../settings/added-fields/custom-values.server.ts'
import { countFigures } from '../statistics/count-figures.write.server.ts'
import { customerOfRequest } from '../users/customer-of-request.write.server.ts'
import { attachFieldFiles } from './attach-field-files.server.ts'
import { bodies } from './bodies.ts'
import { checkFiles } from './check-files.server.ts'
import { newTicket } from './new-ticket.ts'
import { readBody } from './read-body.server.ts'

const languageField = { language: shortText({ required: false, max: 35 }) }

/** A customer asks for help, or staff write it down for one. Returns the ticket's number. */
export async function submitTicket(desk: Desk, actor: Actor, rawBody: unknown): Promise<number> {
  permitSubmitting(actor, rawBody)
  const language = saidLanguage(rawBody, actor)
  const body = readBody(bodies.submit, rawBody, actor, language)
  return desk.change(actor, async (change) => {
    const customer = body.customer ? await customerOfRequest(change, body.customer) : actor.id
    const { title, description } = body
    const number = takeNumber(change)
    const side = isStaff(actor) ? 'staff' : 'customer'
    const asked = { given: body.custom, side, actor, language } as const
    const { custom, files, words } = await customOfNewTicket(change.db, asked, body.files)
    const [taken] = await number.answer
    const ticket = newTicket({ number: taken!.number, customer, title, description, custom, at: change.at })
    await checkFiles(change.db, actor, body.files)
    await insertTicket(change.db, ticket)
    await attachFiles(change.db, ticket.number, 'description', actor.id, body.files ?? [])
    await attachFieldFiles(change.db, ticket.number, actor.id, files)
    await writeWords(change.db, ticket.number, [
      { textId: 'title', audience: 'everyone', text: ticket.title },
      { textId: 'description', audience: 'everyone', text: ticket.description },
      ...words,
    ])
    const details = { onBehalf: customer !== actor.id }
    await record(change, {
      happened: 'ticketSubmitted',
      ticket: ticket.number,
      seq: 1,
      before: {},
      after: ticket,
      details,
    })
    await countFigures(change, { before: null, after: ticket, happened: 'ticketSubmitted', details })
    return ticket.number
  })
}

function permitSubmitting(actor: Actor, rawBody: unknown): asserts actor is Person {
  if (actor.kind !== 'person') refuse('notAllowed', { variables: { permission: 'ticket.submit' } })
  const customer = (rawBody as { customer?: unknown } | null | undefined)?.customer
  const own = customer === undefined || customer === actor.id || customer === actor.email
  const permission = own ? 'ticket.submit' : 'ticket.submitForCustomer'
  if (!actor.permissions.has(permission)) refuse('notAllowed', { variables: { permission } })
}

/** The language that the request says its plain strings are in, where it says one. */
function saidLanguage(rawBody: unknown, actor: Actor): string | undefined {
  const language = (rawBody as { language?: unknown } | null | undefined)?.language
  return language === undefined ? undefined : readBody(languageField, { language }, actor).language
}

/** Unique, rising, never reused; a request that fails after this leaves a gap. */
function takeNumber({ db }: Change): Sent<{ number: number }> {
  return send(db, sql<{ number: number }>`select nextval('ticket_number') as number`.compile(db))
}
