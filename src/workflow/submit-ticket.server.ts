import { sql } from 'kysely'
import type { Actor, Person } from '../entities/person/actor.ts'
import { supportDeskId } from '../entities/group/support-desk.ts'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import { attachFiles } from '../entities/ticket/ticket-file.write.server.ts'
import { insertTicket } from '../entities/ticket/ticket.write.server.ts'
import { writeWords, type FindableText } from '../entities/ticket/words.write.server.ts'
import type { Change, Desk } from '../events/desk.server.ts'
import { record } from '../events/record.server.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { isStaff } from '../permissions/is-staff.ts'
import { refuse } from '../server/errors/refusal.ts'
import { send, together, type Sent } from '../server/db/sending.server.ts'
import { customOfNewTicket } from '../settings/added-fields/custom-values.server.ts'
import { settingsOf, storedSettings } from '../settings/settings.server.ts'
import type { Settings } from '../settings/settings.ts'
import { countFigures } from '../statistics/count-figures.write.server.ts'
import { customerOfRequest } from '../users/customer-of-request.write.server.ts'
import { attachFieldFiles } from './attach-field-files.server.ts'
import { bodies } from './bodies.ts'
import { checkFiles } from './check-files.server.ts'
import { newTicket } from './new-ticket.ts'
import { readBody } from './read-body.server.ts'

const languageField = { language: shortText({ required: false, max: 35 }) }

/** `hadNoForm`: a mail cannot fill what its writer was never shown. */
type Way = { hadNoForm: boolean }

/** A customer asks for help, or staff write it down for one. Returns the ticket's number. */
export async function submitTicket(desk: Desk, actor: Actor, rawBody: unknown, way?: Way): Promise<number> {
  return (await submitted(desk, actor, rawBody, way)).ticket.number
}

/** The ticket as it was written, with what else its readers are shown of it. */
export type Submitted = { ticket: Ticket; hasFiles: boolean; settings: Settings; customer: string; group: string }

/** The same, for who shows it at once: what was just written need not be read. */
export async function submitted(
  desk: Desk,
  actor: Actor,
  rawBody: unknown,
  { hadNoForm }: Way = { hadNoForm: false },
): Promise<Submitted> {
  permitSubmitting(actor, rawBody)
  const language = saidLanguage(rawBody, actor)
  const body = readBody(bodies.submit, rawBody, actor, language)
  return desk.change(actor, async (change) => {
    const customer = body.customer ? await customerOfRequest(change, body.customer) : actor.id
    const { title, description } = body
    const surroundings = lookAround(change, customer)
    const side = isStaff(actor) ? 'staff' : 'customer'
    const asked = { given: body.custom, side, actor, language, hadNoForm } as const
    const { custom, files, words } = await customOfNewTicket(change.db, asked, body.files)
    const { number, settings, erasedAt, ...names } = (await surroundings.answer)[0]!
    if (erasedAt) refuse('erased')
    const ticket = newTicket({ number, customer, title, description, custom, at: change.at })
    await checkFiles(change.db, actor, body.files)
    await together(change.db, () => write(change, ticket, words, { onBehalf: customer !== actor.id }))
    await attachFiles(change.db, number, 'description', actor.id, body.files ?? [])
    await attachFieldFiles(change.db, number, actor.id, files)
    const hasFiles = files.length + (body.files?.length ?? 0) > 0
    return { ticket, hasFiles, settings: settingsOf(settings), ...names }
  })
}

async function write(
  change: Change,
  ticket: Ticket,
  words: readonly FindableText[],
  details: { onBehalf: boolean },
): Promise<void> {
  await insertTicket(change.db, ticket)
  await writeWords(change.db, ticket.number, [
    { textId: 'title', audience: 'everyone', text: ticket.title },
    { textId: 'description', audience: 'everyone', text: ticket.description },
    ...words,
  ])
  const happened = 'ticketSubmitted'
  await record(change, { happened, ticket: ticket.number, seq: 1, before: {}, after: ticket, details })
  await countFigures(change, { before: null, after: ticket, happened, details })
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

type Surroundings = {
  number: number
  settings: Partial<Settings> | null
  customer: string
  group: string
  erasedAt: Date | null
}

/** The number: unique, rising, never reused; a request that fails after this leaves a gap. And the names beside it. An erasing under way is waited for. */
function lookAround({ db }: Change, customer: string): Sent<Surroundings> {
  const names = db
    .selectFrom(['users', 'user_group'])
    .select([sql<number>`nextval('ticket_number')`.as('number'), storedSettings.as('settings')])
    .select(['users.name as customer', 'user_group.name as group', 'users.erased_at as erasedAt'])
    .where('users.id', '=', customer)
    .where('user_group.id', '=', supportDeskId)
    .forKeyShare('users')
  return send(db, names)
}
