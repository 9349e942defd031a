import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { wholeNumber } from '../../fields/number/whole-number.ts'
import { isId } from '../../fields/user-group/user-group.ts'
import { refuse } from '../../server/errors/refusal.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { oneUser } from '../../users/users.server.ts'
import { permit } from '../permit.server.ts'
import { explainPerson, explainTicket } from './explain.server.ts'

const query = { ticket: wholeNumber({ required: false, min: 1, max: Number.MAX_SAFE_INTEGER, fromText: true }) }

const text = { type: 'string' }
const object = (properties: Record<string, object>, optional: string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})

const source = object({ role: text, group: { ...object({ id: text, name: text }), type: ['object', 'null'] } })
const verb = object({ verb: text, may: { type: 'boolean' }, why: text, permission: text, endedOn: text }, ['endedOn'])

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
      active: { type: 'boolean' },
      items: { type: 'array', items: object({ permission: text, from: { type: 'array', items: source } }) },
      ticket: {
        ...object({
          number: { type: 'integer' },
          side: { type: ['string', 'null'] },
          verbs: { type: 'array', items: verb },
        }),
        type: ['object', 'null'],
      },
    }),
    async handle({ desk, actor, params, query: given }) {
      permit(actor, 'user.read')
      const id = params['id']
      const user = isId(id) ? await oneUser(desk.read(), id) : undefined
      if (!user) refuse('notFound')
      const { ticket } = readForm(query, given)
      return {
        active: user.active,
        items: await explainPerson(desk.read(), user.id),
        ticket: ticket === undefined ? null : await explainTicket(desk, actor, user.id, ticket),
      }
    },
  },
]
