import type { Person } from '../../entities/person/actor.ts'
import { statuses } from '../../entities/ticket/ticket.ts'
import type { Desk } from '../../events/desk.server.ts'
import { boolean, instant, integer, named, object, string } from '../../fields/json-schema.ts'
import { permitAsStaff } from '../../permissions/permit-as-staff.server.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import { numberIn } from '../../server/http/number-in.ts'
import { textAnswer } from '../../fields/multilingual-text/text-answer.ts'
import { lookAlikes } from './look-alikes.server.ts'

const alike = object({
  number: integer,
  title: textAnswer,
  status: { type: 'string', enum: statuses },
  customer: named,
  openedAt: instant,
  words: { type: 'array', items: string },
  sameCustomer: boolean,
})

export const lookAlikesEndpoints: Endpoint<Desk, Person>[] = [
  {
    method: 'GET',
    path: '/api/v1/tickets/:number/look-alikes',
    summary: 'For staff: up to five other tickets that may be about the same, each with the words that both have.',
    heading: 'queries',
    access: 'signedIn',
    answer: object({ items: { type: 'array', items: alike } }),
    async handle({ desk, actor, params }) {
      const number = await permitAsStaff(desk.read(), actor, numberIn(params))
      return { items: await lookAlikes(desk, actor, number) }
    },
  },
]
