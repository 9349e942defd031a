import type { Person } from '../../entities/person/actor.ts'
import type { Verb } from '../../entities/ticket/verbs.ts'
import type { Desk } from '../../events/desk.server.ts'
import { shortText } from '../../fields/short-text/short-text.ts'
import { cursorBy } from '../../fields/cursor.ts'
import type { PersonsVerb } from '../../permissions/may.ts'
import { sees } from '../../permissions/sight.ts'
import { eventAnswer, messageAnswer, ticketAnswer, versionAnswer } from '../../queries/answers.ts'
import { mentionable } from '../../conversation/mentionable.server.ts'
import { named, pagedList } from '../../fields/json-schema.ts'
import { pageLimit } from '../../fields/page.ts'
import { readCursor } from '../../queries/keyset.ts'
import { conversation } from '../../queries/one-ticket/conversation.server.ts'
import { history } from '../../queries/one-ticket/history.server.ts'
import { noteVersions } from '../../queries/one-ticket/note-versions.server.ts'
import { changedTicket, newTicketShown, oneTicket } from '../../queries/one-ticket/one-ticket.server.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import { numberIn } from '../../server/http/number-in.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { bodies } from '../../workflow/bodies.ts'
import { submitted } from '../../workflow/submit-ticket.server.ts'
import { ticketVerbs } from '../verbs.ts'

type TicketEndpoint = Endpoint<Desk, Person>

const heading = 'tickets'

export const submitPath = '/api/v1/tickets'

const submit: TicketEndpoint = {
  method: 'POST',
  path: submitPath,
  summary: 'Request a ticket, for oneself or, as staff, for a customer.',
  heading,
  access: 'signedIn',
  body: bodies.submit,
  answer: ticketAnswer,
  status: 201,
  isOneChange: true,
  handle: ({ desk, actor, body }) =>
    desk.change(actor, async (change) => {
      const made = await submitted(change.desk, actor, body)
      return made.hasFiles && sees(actor, { ...made.ticket, author_id: null })
        ? oneTicket(change.desk, actor, made.ticket.number)
        : newTicketShown(change.desk, actor, made)
    }),
}

const read: TicketEndpoint = {
  method: 'GET',
  path: '/api/v1/tickets/:number',
  summary: 'One ticket as its reader may see it, with what they may do now.',
  heading,
  access: 'signedIn',
  answer: ticketAnswer,
  handle: ({ desk, actor, params }) => oneTicket(desk, actor, numberIn(params)),
}

/** As many as a ticket can have of anything. */
const mostOfTicket = 2 ** 31 - 1

const position = {
  after: cursorBy((text) => {
    const place = readCursor(text)
    return place && place.number >= 0 && place.number <= mostOfTicket ? place : undefined
  }),
  limit: pageLimit,
}

const readHistory: TicketEndpoint = {
  method: 'GET',
  path: '/api/v1/tickets/:number/history',
  summary: 'What happened to a ticket, oldest first, as far as its reader may know.',
  heading,
  access: 'signedIn',
  query: position,
  answer: pagedList(eventAnswer),
  handle: async ({ desk, actor, params, query }) => {
    const number = await seen(desk, actor, params)
    const { after, limit } = readForm(position, query)
    return history(desk, actor, number, { after: after?.number, limit })
  },
}

const readConversation: TicketEndpoint = {
  method: 'GET',
  path: '/api/v1/tickets/:number/conversation',
  summary: 'Messages and, for staff, notes; oldest first.',
  heading,
  access: 'signedIn',
  query: position,
  answer: pagedList(messageAnswer),
  handle: async ({ desk, actor, params, query }) => {
    const number = await seen(desk, actor, params)
    const { after, limit } = readForm(position, query)
    return conversation(desk, actor, number, { skip: after?.number, limit })
  },
}

const readVersions: TicketEndpoint = {
  method: 'GET',
  path: '/api/v1/tickets/:number/notes/:note/versions',
  summary: 'What a note said before it was edited, oldest first; for staff.',
  heading,
  access: 'signedIn',
  answer: pagedList(versionAnswer),
  handle: ({ desk, actor, params }) => noteVersions(desk, actor, numberIn(params), params['note']),
}

const search = { words: shortText({ required: false, max: 100 }) }

const readMentionable: TicketEndpoint = {
  method: 'GET',
  path: '/api/v1/tickets/:number/mentionable',
  summary: 'Staff who see the ticket, by a part of their name: whom a note or a reply may call with @.',
  heading,
  access: 'signedIn',
  query: search,
  answer: pagedList(named),
  handle: async ({ desk, actor, params, query }) => {
    const number = await seen(desk, actor, params)
    return { items: await mentionable(desk, actor, number, readForm(search, query).words ?? ''), next: null }
  },
}

const summaries: Record<PersonsVerb, string> = {
  cancel: 'The customer no longer needs help.',
  assign: 'Give the ticket to a group, and within it to a member.',
  take: 'Make a ticket of the own group one’s own.',
  'give-back': 'Lay the ticket back to the group.',
  'propose-solution': 'Propose a solution; it is reviewed before it goes out.',
  'withdraw-solution': 'Take a proposed or offered solution back.',
  'approve-solution': 'Let a solution out to the customer, edited or as it is.',
  'return-solution': 'Give a proposed solution back with a reason.',
  'accept-solution': 'The customer says that it is solved.',
  'decline-solution': 'The customer says what is left.',
  close: 'Close the ticket with a reason that the customer reads.',
  'mark-duplicate': 'Join the ticket with its original.',
  reopen: 'Take up the work again.',
  rate: 'Rate the service from 1 to 5; a comment of null takes away the one that was written.',
  reply: 'Write to the other side.',
  note: 'Write among staff.',
  'edit-note': 'Put an own note into other words; what it said before stays readable.',
  translate: 'Add or correct one language of one text.',
  'set-fields': 'Give added fields their values; null takes a value away.',
}

const verbEndpoint = (verb: PersonsVerb): TicketEndpoint => ({
  method: 'POST',
  path: `/api/v1/tickets/:number/${verb}`,
  summary: summaries[verb],
  heading,
  access: 'signedIn',
  body: bodies[verb],
  answer: ticketAnswer,
  isOneChange: true,
  handle: ({ desk, actor, params, body }) =>
    desk.change(actor, async (change) => {
      const number = numberIn(params)
      await ticketVerbs[verb](change.desk, actor, number, body)
      return changedTicket(change.desk, actor, number)
    }),
})

export const ticketEndpoints: TicketEndpoint[] = [
  submit,
  read,
  readHistory,
  readConversation,
  readVersions,
  readMentionable,
  ...(Object.keys(ticketVerbs) as Exclude<Verb & PersonsVerb, never>[]).map(verbEndpoint),
]

/** 404 before 422: whoever may not see the ticket learns nothing of the rest. */
async function seen(desk: Desk, actor: Person, params: Record<string, string>): Promise<number> {
  const number = numberIn(params)
  await oneTicket(desk, actor, number)
  return number
}
