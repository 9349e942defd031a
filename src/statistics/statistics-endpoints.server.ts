import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { permit } from '../permissions/permit.server.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { closedTicketsOverTime } from './closed-tickets-over-time/closed-tickets-over-time.server.ts'
import { statisticAnswer, statisticForm } from './closed-tickets-over-time/closed-tickets-over-time.ts'

export const statisticsEndpoints: Endpoint<Desk, Person>[] = [
  {
    method: 'GET',
    path: '/api/v1/statistics/closed-tickets-over-time',
    summary:
      'Closed tickets by day, week or month in the organisation’s time zone, with opened, backlog, times and ratings.',
    heading: 'statistics',
    access: 'signedIn',
    query: statisticForm,
    answer: statisticAnswer,
    handle({ desk, actor, query }) {
      permit(actor, 'statistics.read')
      return closedTicketsOverTime(desk, actor, readForm(statisticForm, query))
    },
  },
]
