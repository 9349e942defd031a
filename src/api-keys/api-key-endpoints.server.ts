import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { boolean, instant, nullable, object, string, wholeList } from '../fields/json-schema.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import { idIn } from '../server/http/id-in.ts'
import { newKeyForm } from './api-key-forms.ts'
import { listKeys } from './api-keys.server.ts'
import { makeKey, removeKey } from './make-key.write.server.ts'

const moment = nullable('string', 'date-time')

const key = {
  id: string,
  name: string,
  beginning: string,
  person: object({ id: string, name: string, service: boolean }),
  scopes: { type: 'array', items: string },
  createdAt: instant,
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
    answer: wholeList(object(key)),
    handle: async ({ desk, actor }) => ({
      items: await listKeys(desk.read(), actor.permissions.has('apiKey.manage') ? {} : { user: actor.id }),
      next: null,
    }),
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/api-keys',
    inPerson: true,
    summary: 'Makes a key, for oneself or for a service. The key itself is in this answer alone.',
    body: newKeyForm,
    answer: object({ ...key, key: string }),
    status: 201,
    secret: true,
    handle: ({ desk, actor, body, network }) => makeKey(desk, actor, body, network),
  },
  {
    ...about,
    method: 'DELETE',
    path: '/api/v1/api-keys/:id',
    summary: 'Revokes a key. It opens nothing from this moment on. A program revokes its own alone.',
    status: 204,
    handle: ({ desk, actor, params, network }) => removeKey(desk, actor, idIn(params), network),
  },
]
