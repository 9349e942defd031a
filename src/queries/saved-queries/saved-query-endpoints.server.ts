import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { isId } from '../../fields/user-group/user-group.ts'
import { refuse } from '../../server/errors/refusal.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { namedAnswer } from '../answers.ts'
import { changeSavedQuery, removeSavedQuery, saveQuery, type SavableQueries } from './save-query.write.server.ts'
import { listSavedQueries } from './saved-queries.server.ts'
import { changeSavedForm, listSavedForm, saveForm } from './saved-queries.ts'

const string = { type: 'string' } as const
const saved = {
  type: 'object',
  properties: {
    id: string,
    query: string,
    name: string,
    filters: { type: 'object', additionalProperties: true },
    owner: namedAnswer,
    group: { anyOf: [namedAnswer, { type: 'null' }] },
    own: { type: 'boolean' },
  },
  required: ['id', 'query', 'name', 'filters', 'owner', 'group', 'own'],
  additionalProperties: false,
}

const about = { heading: 'queries', access: 'signedIn' } as const
const path = '/api/v1/saved-queries'

/** `forms`: the queries that can be saved, by the last part of their address. */
export const savedQueryEndpoints = (forms: SavableQueries): Endpoint<Desk, Person>[] => [
  {
    ...about,
    method: 'GET',
    path,
    summary: 'Queries that the caller saved, or that are shared with one of their groups.',
    query: listSavedForm,
    answer: {
      type: 'object',
      properties: { items: { type: 'array', items: saved }, next: { type: 'null' } },
      required: ['items', 'next'],
      additionalProperties: false,
    },
    handle: async ({ desk, actor, query }) => ({
      items: await listSavedQueries(desk, actor, readForm(listSavedForm, query).query),
      next: null,
    }),
  },
  {
    ...about,
    method: 'POST',
    path,
    summary: 'Save a query, for oneself or for a group that one is in.',
    body: saveForm,
    answer: saved,
    status: 201,
    handle: async ({ desk, actor, body }) => saveQuery(desk, actor, forms, readForm(saveForm, body)),
  },
  {
    ...about,
    method: 'PATCH',
    path: `${path}/:id`,
    summary: 'Change what one saved oneself.',
    body: changeSavedForm,
    answer: saved,
    handle: async ({ desk, actor, params, body }) => changeSavedQuery(desk, actor, forms, idOf(params), body),
  },
  {
    ...about,
    method: 'DELETE',
    path: `${path}/:id`,
    summary: 'Remove what one saved oneself.',
    status: 204,
    handle: ({ desk, actor, params }) => removeSavedQuery(desk, actor, idOf(params)),
  },
]

const idOf = ({ id }: Record<string, string>): string => (isId(id) ? id : refuse('notFound'))
