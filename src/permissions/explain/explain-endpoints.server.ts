import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { boolean, integer, named, nullable, object, string } from '../../fields/json-schema.ts'
import { wholeNumber } from '../../fields/number/whole-number.ts'
import { refuse } from '../../server/errors/refusal.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import { idIn } from '../../server/http/id-in.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { oneUser } from '../../users/users.server.ts'
import { permit } from '../permit.server.ts'
import { explainPerson, explainTicket } from './explain.server.ts'

const query = { ticket: wholeNumber({ required: false, min: 1, max: Number.MAX_SAFE_INTEGER, fromText: true }) }

const source = object({ role: string, group: { ...named, type: ['object', 'null'] } })
const verb = object({ verb: string, may: boolean, why: string, permission: string, endedOn: string }, ['endedOn'])

export const explainEndpoints: Endpoint<Desk, Person>[] = [
  {
    method: 'GET',
    path: '/api/v1/users/:id/permissions',
    summary:
      'What may this person do, and why? Each permission with the roles and groups that give it; with a ticket, each verb.',
    heading: 'permissions',
    access: 'signedIn',
    query,
    answer: object({
      active: boolean,
      items: { type: 'array', items: object({ permission: string, from: { type: 'array', items: source } }) },
      ticket: {
        ...object({
          number: integer,
          side: nullable('string'),
          verbs: { type: 'array', items: verb },
        }),
        type: ['object', 'null'],
      },
    }),
    async handle({ desk, actor, params, query: given }) {
      permit(actor, 'user.read')
      const user = (await oneUser(desk.read(), idIn(params))) ?? refuse('notFound')
      const { ticket } = readForm(query, given)
      return {
        active: user.active,
        items: await explainPerson(desk.read(), user.id),
        ticket: ticket === undefined ? null : await explainTicket(desk, actor, user.id, ticket),
      }
    },
  },
]
