import type { Person } from '../../entities/person/actor.ts'
import { keepDraft } from '../../entities/ticket/draft.write.server.ts'
import type { Desk } from '../../events/desk.server.ts'
import { instant, integer, nullable, object, string } from '../../fields/json-schema.ts'
import { may } from '../../permissions/may.ts'
import type { TicketFacts } from '../../permissions/ticket-facts.ts'
import { findTicket } from '../../queries/one-ticket/read-ticket.server.ts'
import { refuse } from '../../server/errors/refusal.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import { numberIn } from '../../server/http/number-in.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { hold, sendNow, takeBack } from './held.write.server.ts'
import { writingOf } from './writing.server.ts'
import { draftForm, holdForm, isWriting, writings, type Writing, type WritingKind } from './writing.ts'

const files = {
  type: 'array',
  items: object({ id: string, name: string, type: string, size: integer }),
}
const kind = { type: 'string', enum: writings }
/** What was held and came back: it stands in the text already. */
const back = { type: 'array', items: object({ id: string, text: string }) }
const answer = object({
  drafts: {
    type: 'array',
    items: object({ kind, text: string, files, at: instant, problem: nullable('string'), back }),
  },
  held: { type: 'array', items: object({ kind, id: string, text: string, files, dueAt: instant }) },
})

const about = { heading: 'tickets', access: 'signedIn', answer } as const
const ofOne = '/api/v1/tickets/:number'

/** Drafts, and messages that are held for the seconds in which they can be taken back. Everybody's own alone. */
export const writingEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    path: `${ofOne}/writing`,
    summary:
      'What the caller has begun to write on a ticket, and what of theirs can still be taken back; by a key, or by the link in a mail, what may be said so.',
    handle: async ({ desk, actor, params }) => {
      return shown(desk, actor, await seen(desk, actor, params))
    },
  },
  {
    ...about,
    method: 'PUT',
    path: `${ofOne}/drafts/:kind`,
    summary: 'Keeps what is being written; nothing in it takes it away. It goes by itself when it is sent.',
    body: draftForm,
    handle: keep,
  },
  {
    ...about,
    method: 'POST',
    path: `${ofOne}/held/:kind`,
    summary: 'Sends a reply, a note or a solution after the seconds in which it can be taken back (a setting).',
    body: holdForm,
    status: 201,
    handle: async ({ desk, actor, params, body }) => {
      const place = { ticket: await seen(desk, actor, params), kind: kindOf(params) }
      await permitted(desk, actor, place)
      await hold(desk, actor, place, textOf(body))
      return shown(desk, actor, place.ticket)
    },
  },
  {
    ...about,
    method: 'DELETE',
    path: `${ofOne}/held/:kind`,
    summary: 'Takes back what was held; it is a draft again. 404 once it has gone out.',
    handle: async ({ desk, actor, params }) => {
      const place = { ticket: await seen(desk, actor, params), kind: kindOf(params) }
      await permittedOfTheirs(desk, actor, place)
      await takeBack(desk, actor, place)
      return shown(desk, actor, place.ticket)
    },
  },
  {
    ...about,
    method: 'POST',
    path: `${ofOne}/held/:kind/send`,
    summary: 'Sends what is held without waiting longer.',
    handle: async ({ desk, actor, params }) => {
      const place = { ticket: await seen(desk, actor, params), kind: kindOf(params) }
      await permittedOfTheirs(desk, actor, place)
      await sendNow(desk, actor, place)
      return shown(desk, actor, place.ticket)
    },
  },
]

async function keep({ desk, actor, params, body }: Call<Desk, Person>) {
  const place = { ticket: await seen(desk, actor, params), kind: kindOf(params) }
  await permitted(desk, actor, place)
  const { text, files: named = [], knows } = readForm(draftForm, body)
  await desk.change(actor, ({ db, at }) =>
    keepDraft(db, { ...place, person: actor.id }, { text, files: named, knows, at }),
  )
  return shown(desk, actor, place.ticket)
}

/** The text as it was written: its language is told when it goes out. */
function textOf(body: unknown) {
  const { text, files: named, version, knows } = readForm(holdForm, body)
  return { text: text.texts[text.source]!.text, files: named, version, knows }
}

const kindOf = ({ kind: name }: Record<string, string>): WritingKind => (isWriting(name) ? name : refuse('notFound'))

/** 404 for what one may not know of, and for what can be no ticket's number. */
async function seen(desk: Desk, actor: Person, params: Record<string, string>): Promise<number> {
  const ticket = numberIn(params)
  if (!(await findTicket(desk.read(), actor, ticket))) refuse('notFound')
  return ticket
}

/** Who may not say it has nothing to begin. */
async function permitted(desk: Desk, actor: Person, { ticket, kind }: { ticket: number; kind: WritingKind }) {
  const permission = lacks(actor, kind, await rowOf(desk, actor, ticket))
  if (permission) refuse('notAllowed', { variables: { permission } })
}

/**
 * By a key, or by the link in a mail, one is less than oneself: such a caller has no hand in what they could not say so, though
 * their person could.
 */
const isLessThanOneself = ({ key, onlyTicket }: Person): boolean => key !== undefined || onlyTicket !== undefined

/** People take back, or send, what they held while they still could say it. */
async function permittedOfTheirs(desk: Desk, actor: Person, place: { ticket: number; kind: WritingKind }) {
  if (isLessThanOneself(actor)) await permitted(desk, actor, place)
}

/** What the caller began; a program, and whoever came by a link, what they could say themselves. */
async function shown(desk: Desk, actor: Person, ticket: number): Promise<Writing> {
  const all = await writingOf(desk.read(), { ticket, person: actor.id })
  if (!isLessThanOneself(actor)) return all
  const row = await rowOf(desk, actor, ticket)
  const isTheirs = ({ kind }: { kind: WritingKind }) => lacks(actor, kind, row) === null
  return { drafts: all.drafts.filter(isTheirs), held: all.held.filter(isTheirs) }
}

const rowOf = async (desk: Desk, actor: Person, ticket: number) =>
  ((await findTicket(desk.read(), actor, ticket)) ?? refuse('notFound')).row

/** The permission that is missing to say it on that ticket. */
function lacks(actor: Person, kind: WritingKind, ticket: TicketFacts): string | null {
  const allowed = may(actor, kind, ticket, { soleReviewer: false })
  return allowed !== true && allowed.code === 'notAllowed' ? allowed.permission : null
}
