import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { isId } from '../fields/user-group/user-group.ts'
import { refuse } from '../server/errors/refusal.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import { newKeyForm } from './api-key-forms.ts'
import { listKeys } from './api-keys.server.ts'
import { makeKey, removeKey } from './make-key.write.server.ts'

const text = { type: 'string' }
const moment = { type: ['string', 'null'], format: 'date-time' }
const object = (properties: Record<string, object>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

const key = {
  id: text,
  name: text,
  beginning: text,
  person: object({ id: text, name: text, service: { type: 'boolean' } }),
  scopes: { type: 'array', items: text },
  createdAt: { type: 'string', format: 'date-time' },
  expiresAt: moment,
  lastUsedAt: moment,
  revokedAt: moment,
}

const about = { heading: 'api-keys', access: 'signedIn' } as const

export const apiKeyEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    path: '/api/v1/api-keys',
    summary: 'The caller’s own API keys; for those who manage keys, everybody’s.',
    query: {},
    answer: object({ items: { type: 'array', items: object(key) }, next: { type: 'null' } }),
    handle: async ({ desk, actor }) => ({
      items: await listKeys(desk.read(), actor.permissions.has('apiKey.manage') ? {} : { user: actor.id }),
      next: null,
    }),
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/api-keys',
    summary: 'Makes a key, for oneself or for a service. The key itself is in this answer alone.',
    body: newKeyForm,
    answer: object({ ...key, key: text }),
    status: 201,
    secret: true,
    handle: ({ desk, actor, body, network }) => makeKey(desk, actor, body, network),
  },
  {
    ...about,
    method: 'DELETE',
    path: '/api/v1/api-keys/:id',
    summary: 'Revokes a key. It opens nothing from this moment on.',
    status: 204,
    async handle({ desk, actor, params, network }) {
      const id = params['id']
      await removeKey(desk, actor, isId(id) ? id.toLowerCase() : refuse('notFound'), network)
    },
  },
]
