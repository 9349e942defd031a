import { endings } from '../../entities/ticket/ticket.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Call, Endpoint } from '../../server/http/endpoint.ts'
import type { Form } from '../../fields/form.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { namedAnswer, textAnswer } from '../answers.ts'
import { readAsked } from './asked.server.ts'
import { closedTickets, countClosedTickets } from './closed-tickets.server.ts'
import { closedTicketsCsv, closedTicketsXlsx } from './export.server.ts'
import { closedTicketsFilters, closedTicketsForm } from './closed-tickets.ts'
import { customersOfClosedTickets, membersOfClosedTickets, organisationsOfClosedTickets } from './whose.server.ts'
import { whoseAnswer, whoseForm } from './whose.ts'

const integer = { type: 'integer' } as const
const instant = { type: 'string', format: 'date-time' } as const
const maybe = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })

const item = {
  type: 'object',
  properties: {
    number: integer,
    seq: integer,
    title: textAnswer,
    customer: namedAnswer,
    assignee: {
      type: 'object',
      properties: { group: namedAnswer, member: maybe(namedAnswer) },
      required: ['group', 'member'],
      additionalProperties: false,
    },
    openedAt: instant,
    closedAt: instant,
    ended: { type: 'string', enum: endings },
    duplicateOf: maybe(integer),
    score: maybe(integer),
    reopenedAt: maybe(instant),
    found: maybe({
      type: 'object',
      properties: {
        where: { type: 'string', enum: ['title', 'description', 'comment', 'solution', 'message', 'custom'] },
        language: { type: 'string' },
        pieces: {
          type: 'array',
          items: {
            type: 'object',
            properties: { text: { type: 'string' }, marked: { type: 'boolean' } },
            required: ['text', 'marked'],
            additionalProperties: false,
          },
        },
      },
      required: ['where', 'language', 'pieces'],
      additionalProperties: false,
    }),
    custom: { type: 'object', additionalProperties: true },
  },
  required: [
    'number',
    'seq',
    'title',
    'customer',
    'assignee',
    'openedAt',
    'closedAt',
    'ended',
    'duplicateOf',
    'score',
    'reopenedAt',
    'found',
    'custom',
  ],
  additionalProperties: false,
}

const closedPageAnswer = {
  type: 'object',
  properties: {
    items: { type: 'array', items: item },
    next: maybe({ type: 'string' }),
    corrected: maybe({ type: 'string' }),
    since: maybe(instant),
  },
  required: ['items', 'next', 'corrected', 'since'],
  additionalProperties: false,
}

const about = { method: 'GET', heading: 'queries', access: 'signedIn' } as const
const path = '/api/v1/queries/closed-tickets'

function asFile(call: Call<Desk, Person>, type: string, ending: string): void {
  const day = call.desk.clock.now().toISOString().slice(0, 10)
  call.setHeader('content-type', type)
  call.setHeader('content-disposition', `attachment; filename="closed-tickets-${day}.${ending}"`)
  call.setHeader('cache-control', 'no-store')
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
    answer: {
      type: 'object',
      properties: { count: integer, more: { type: 'boolean' } },
      required: ['count', 'more'],
      additionalProperties: false,
    },
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
      asFile(call, 'text/csv; charset=utf-8', 'csv')
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
