import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { boolean, named, object, orNull, string, wholeList } from '../../fields/json-schema.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import { idIn } from '../../server/http/id-in.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { changeSavedQuery, removeSavedQuery, saveQuery, type SavableQueries } from './save-query.write.server.ts'
import { listSavedQueries } from './saved-queries.server.ts'
import { changeSavedForm, listSavedForm, saveForm } from './saved-queries.ts'

const saved = object({
  id: string,
  query: string,
  name: string,
  filters: { type: 'object', additionalProperties: true },
  owner: named,
  group: orNull(named),
  own: boolean,
})

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
    answer: wholeList(saved),
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
    handle: async ({ desk, actor, params, body }) => changeSavedQuery(desk, actor, forms, idIn(params), body),
  },
  {
    ...about,
    method: 'DELETE',
    path: `${path}/:id`,
    summary: 'Remove what one saved oneself.',
    status: 204,
    handle: ({ desk, actor, params }) => removeSavedQuery(desk, actor, idIn(params)),
  },
]
