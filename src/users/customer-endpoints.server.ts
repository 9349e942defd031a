import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { object, string } from '../fields/json-schema.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { permit } from '../permissions/permit.server.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { listUsers } from './users.server.ts'

const asked = { search: shortText({ required: true, min: 2, max: 200 }) }
const offered = 8

const customer = object({ id: string, name: string, email: string })

export const customerEndpoints: Endpoint<Desk, Person>[] = [
  {
    heading: 'users',
    access: 'signedIn',
    method: 'GET',
    path: '/api/v1/customers',
    summary:
      'For whom a request can be written down: the first few active customers by name whose names or addresses have words that begin so. For those who write requests for customers and see every ticket.',
    query: asked,
    answer: object({ items: { type: 'array', items: customer } }),
    handle: async ({ desk, actor, query }) => {
      permit(actor, 'ticket.submitForCustomer')
      // who sees some tickets only does not learn who else is a customer; they write the address that they were told
      permit(actor, 'ticket.seeAll')
      const { search } = readForm(asked, query)
      // as the request itself asks: whoever would see theirs, by whichever role
      const filter = { search, permission: 'ticket.seeOwn' as const, active: true, limit: offered, membersOnly: false }
      const found = await listUsers(desk.read(), filter)
      return { items: found.slice(0, offered).map(({ id, name, email }) => ({ id, name, email })) }
    },
  },
]
