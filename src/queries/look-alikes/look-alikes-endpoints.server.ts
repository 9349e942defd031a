import type { Person } from '../../entities/person/actor.ts'
import { statuses } from '../../entities/ticket/ticket.ts'
import type { Desk } from '../../events/desk.server.ts'
import { permitAsStaff } from '../../permissions/permit-as-staff.server.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import { namedAnswer, textAnswer } from '../answers.ts'
import { lookAlikes } from './look-alikes.server.ts'

const alike = {
  type: 'object',
  properties: {
    number: { type: 'integer' },
    title: textAnswer,
    status: { type: 'string', enum: statuses },
    customer: namedAnswer,
    openedAt: { type: 'string', format: 'date-time' },
    words: { type: 'array', items: { type: 'string' } },
    sameCustomer: { type: 'boolean' },
  },
  required: ['number', 'title', 'status', 'customer', 'openedAt', 'words', 'sameCustomer'],
  additionalProperties: false,
}

export const lookAlikesEndpoints: Endpoint<Desk, Person>[] = [
  {
    method: 'GET',
    path: '/api/v1/tickets/:number/look-alikes',
    summary: 'For staff: up to five other tickets that may be about the same, each with the words that both have.',
    heading: 'queries',
    access: 'signedIn',
    answer: {
      type: 'object',
      properties: { items: { type: 'array', items: alike } },
      required: ['items'],
      additionalProperties: false,
    },
    async handle({ desk, actor, params }) {
      const number = await permitAsStaff(desk.read(), actor, params['number'])
      return { items: await lookAlikes(desk, actor, number) }
    },
  },
]
