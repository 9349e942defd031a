import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { permit } from '../permissions/permit.server.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import { interactions } from './index.ts'

const strings = { type: 'array', items: { type: 'string' } }

/** What people are told of, for administrators. */
export const interactionEndpoints: Endpoint<Desk, Person>[] = [
  {
    method: 'GET',
    path: '/api/v1/interactions',
    summary: 'Every interaction: what triggers it and by which channels it goes out.',
    heading: 'interactions',
    access: 'signedIn',
    answer: {
      type: 'object',
      required: ['items', 'next'],
      properties: {
        items: {
          type: 'array',
          items: {
            type: 'object',
            required: ['name', 'on', 'by'],
            properties: { name: { type: 'string' }, on: strings, by: strings },
          },
        },
        next: { type: 'null' },
      },
    },
    handle: async ({ actor }) => {
      permit(actor, 'settings.manage')
      return { items: interactions.map(({ name, on, by }) => ({ name, on, by })), next: null }
    },
  },
]
