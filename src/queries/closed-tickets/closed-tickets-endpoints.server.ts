import { endings } from '../../entities/ticket/ticket.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { asDownload, csv } from '../../server/http/download.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import type { Form } from '../../fields/form.ts'
import { boolean, instant, integer, object, orNull, string } from '../../fields/json-schema.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { namedAnswer, textAnswer } from '../answers.ts'
import { readAsked } from './asked.server.ts'
import { closedTickets, countClosedTickets } from './closed-tickets.server.ts'
import { closedTicketsCsv, closedTicketsXlsx } from './export.server.ts'
import { closedTicketsFilters, closedTicketsForm } from './closed-tickets.ts'
import { customersOfClosedTickets, membersOfClosedTickets, organisationsOfClosedTickets } from './whose.server.ts'
import { whoseAnswer, whoseForm } from './whose.ts'

const piece = object({ text: string, marked: boolean })

const found = object({
  where: { type: 'string', enum: ['title', 'description', 'comment', 'solution', 'message', 'custom'] },
  language: string,
  pieces: { type: 'array', items: piece },
})

const item = object({
  number: integer,
  seq: integer,
  title: textAnswer,
  customer: namedAnswer,
  assignee: object({ group: namedAnswer, member: orNull(namedAnswer) }),
  openedAt: instant,
  closedAt: instant,
  ended: { type: 'string', enum: endings },
  duplicateOf: orNull(integer),
  score: orNull(integer),
  reopenedAt: orNull(instant),
  found: orNull(found),
  custom: { type: 'object', additionalProperties: true },
})

const closedPageAnswer = object({
  items: { type: 'array', items: item },
  next: orNull(string),
  corrected: orNull(string),
  since: orNull(instant),
})

const about = { method: 'GET', heading: 'queries', access: 'signedIn' } as const
const path = '/api/v1/queries/closed-tickets'

function asFile(call: Call<Desk, Person>, type: string, ending: string): void {
  const day = call.desk.clock.now().toISOString().slice(0, 10)
  asDownload(call.setHeader, { type, name: `closed-tickets-${day}.${ending}` })
}

const askedOf = <Asked extends Form>({ desk, actor, query }: Call<Desk, Person>, form: Asked) =>
  readAsked(desk, actor, query, form)

export const closedTicketsEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    path,
    summary:
      'Closed tickets that the caller may see, by what they are narrowed by; the newest closing first. Added fields filter too: custom.<key>=<value>; of a file, whether there is one: true or false. `fields` asks for what the tickets hold of them. Where `since` is told, common words were looked for in what closed since then; older=yes looks in all.',
    query: closedTicketsForm,
    answer: closedPageAnswer,
    handle: async (call) => closedTickets(call.desk, call.actor, await askedOf(call, closedTicketsForm)),
  },
  {
    ...about,
    path: `${path}/count`,
    summary: 'How many there are, counted exactly to 10,000; beyond that `more` is true.',
    query: closedTicketsFilters,
    answer: object({ count: integer, more: boolean }),
    handle: async (call) => countClosedTickets(call.desk, call.actor, await askedOf(call, closedTicketsFilters)),
  },
  {
    ...about,
    path: `${path}/customers`,
    summary:
      'Customers of closed tickets that the caller may see, the first twenty by name: whom the list can be narrowed to.',
    query: whoseForm,
    answer: whoseAnswer,
    handle: ({ desk, actor, query }) => customersOfClosedTickets(desk, actor, readForm(whoseForm, query)),
  },
  {
    ...about,
    path: `${path}/members`,
    summary:
      'Whose closed tickets that the caller may see were when they closed, the first twenty by name; also of who left.',
    query: whoseForm,
    answer: whoseAnswer,
    handle: ({ desk, actor, query }) => membersOfClosedTickets(desk, actor, readForm(whoseForm, query)),
  },
  {
    ...about,
    path: `${path}/organisations`,
    summary: 'Organisations that customers of these tickets belong to, the first twenty by name.',
    query: whoseForm,
    answer: whoseAnswer,
    handle: ({ desk, actor, query }) => organisationsOfClosedTickets(desk, actor, readForm(whoseForm, query)),
  },
  {
    ...about,
    path: `${path}.csv`,
    media: 'text/csv',
    summary: 'Every row of the list as CSV (RFC 4180, UTF-8), streamed.',
    query: closedTicketsFilters,
    async handle(call) {
      const asked = await askedOf(call, closedTicketsFilters)
      asFile(call, csv, 'csv')
      return closedTicketsCsv(call.desk, call.actor, asked)
    },
  },
  {
    ...about,
    path: `${path}.xlsx`,
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    summary: 'Every row of the list as a workbook in the caller’s language, streamed.',
    query: closedTicketsFilters,
    async handle(call) {
      const asked = await askedOf(call, closedTicketsFilters)
      asFile(call, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx')
      return closedTicketsXlsx(call.desk, call.actor, asked)
    },
  },
]
