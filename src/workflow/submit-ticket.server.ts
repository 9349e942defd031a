import { sql } from 'kysely'
import type { Actor, Person } from '../entities/person/actor.ts'
import { supportDeskId } from '../entities/group/support-desk.ts'
import type { Ticket } from '../entities/tables.ts'
import { insertTicket } from '../entities/ticket/ticket.write.server.ts'
import { writeWords } from '../entities/ticket/words.write.server.ts'
import type { Change, Desk } from '../events/desk.server.ts'
import { record } from '../events/record.server.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { refuse } from '../server/errors/refusal.ts'
import { customerOfRequest } from '../users/customer-of-request.write.server.ts'
import { bodies } from './bodies.ts'
import { readBody } from './read-body.server.ts'

const languageField = { language: shortText({ required: false, max: 35 }) }

/** A customer asks for help, or staff write it down for one. Returns the ticket's number. */
export async function submitTicket(desk: Desk, actor: Actor, rawBody: unknown): Promise<number> {
  permitSubmitting(actor, rawBody)
  const body = readBody(bodies.submit, rawBody, actor, saidLanguage(rawBody, actor))
  return desk.change(actor, async (change) => {
    const customer = body.customer ? await customerOfRequest(change, body.customer) : (actor as Person).id
    const ticket = await newTicket(change, { customer, title: body.title, description: body.description })
    await insertTicket(change.db, ticket)
    await writeWords(change.db, ticket.number, [
      { textId: 'title', audience: 'everyone', text: ticket.title },
      { textId: 'description', audience: 'everyone', text: ticket.description },
    ])
    await record(change, {
      happened: 'ticketSubmitted',
      ticket: ticket.number,
      seq: 1,
      before: {},
      after: ticket,
      details: { onBehalf: customer !== (actor as Person).id },
    })
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

async function newTicket(
  change: Change,
  request: { customer: string; title: Ticket['title']; description: Ticket['description'] },
): Promise<Ticket> {
  return {
    number: await takeNumber(change),
    customer_id: request.customer,
    title: request.title,
    description: request.description,
    status: 'open',
    group_id: supportDeskId,
    member_id: null,
    opened_at: change.at,
    closed_at: null,
    ended: null,
    ended_from: null,
    duplicate_of: null,
    solution_state: null,
    solution_round: null,
    offered_at: null,
    asks_verdict: null,
    score: null,
    comment: null,
    rated_at: null,
    waiting_for: 'desk',
    waiting_since: change.at,
    answered: false,
    last_public_at: change.at,
    activity_at: change.at,
    due_at: null,
    due: null,
    seq: 1,
    version: 1,
  }
}

/** Unique, rising, never reused; a request that fails after this leaves a gap. */
async function takeNumber(change: Change): Promise<number> {
  const { rows } = await sql<{ number: number }>`select nextval('ticket_number') as number`.execute(change.db)
  return rows[0]!.number
}
