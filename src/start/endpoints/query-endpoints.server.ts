import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { integer, object, pagedList } from '../../fields/json-schema.ts'
import { permitStaff } from '../../permissions/permit.server.ts'
import { incomingItemAnswer, myTicketAnswer } from '../../queries/answers.ts'
import { customApart, customFilter } from '../../queries/custom-filter.server.ts'
import { incomingForm } from '../../queries/incoming-requests/incoming-requests.ts'
import { incomingRequests } from '../../queries/incoming-requests/incoming-requests.server.ts'
import { queueCounts } from '../../queries/incoming-requests/queue-counts.server.ts'
import { queues } from '../../queries/incoming-requests/queues.ts'
import { myTicketsForm } from '../../queries/my-tickets/my-tickets.ts'
import { myTickets } from '../../queries/my-tickets/my-tickets.server.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'

const heading = 'queries'

export const queryEndpoints: Endpoint<Desk, Person>[] = [
  {
    method: 'GET',
    path: '/api/v1/queries/incoming-requests',
    summary:
      'Tickets that are not closed, the longest waiting first. Added fields filter too: custom.<key>=<value>, see /api/v1/fields.',
    heading,
    access: 'signedIn',
    query: incomingForm,
    answer: pagedList(incomingItemAnswer),
    handle: async ({ desk, actor, query }) => {
      permitStaff(actor)
      const { rest, custom } = customApart(query)
      const asked = readForm(incomingForm, rest)
      return incomingRequests(desk, actor, asked, await customFilter(desk.read(), custom, 'staff'))
    },
  },
  {
    method: 'GET',
    path: '/api/v1/queries/incoming-requests/counts',
    summary: 'How many tickets each queue holds, counted to 1,000 at the most.',
    heading,
    access: 'signedIn',
    answer: object(Object.fromEntries(queues.map((queue) => [queue, integer]))),
    handle: ({ desk, actor }) => {
      permitStaff(actor)
      return queueCounts(desk, actor)
    },
  },
  {
    method: 'GET',
    path: '/api/v1/queries/my-tickets',
    summary: 'The caller’s own tickets, newest activity first.',
    heading,
    access: 'signedIn',
    query: myTicketsForm,
    answer: pagedList(myTicketAnswer),
    handle: ({ desk, actor, query }) => myTickets(desk, actor, readForm(myTicketsForm, query)),
  },
]
