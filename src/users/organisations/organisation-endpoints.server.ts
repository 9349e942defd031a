import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { cursorBy } from '../../fields/cursor.ts'
import { instant, integer, object, pagedList, string } from '../../fields/json-schema.ts'
import { pageLimit, pageOf, readPlaceByName, usualLimit } from '../../fields/page.ts'
import { shortText } from '../../fields/short-text/short-text.ts'
import { permit } from '../../permissions/permit.server.ts'
import { refuse } from '../../server/errors/refusal.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import { idIn } from '../../server/http/id-in.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { listOrganisations, oneOrganisation } from './organisations.server.ts'
import {
  addOrganisation,
  organisationForm,
  removeOrganisation,
  renameOrganisation,
} from './organisations.write.server.ts'

const organisation = object({
  id: string,
  name: string,
  people: integer,
  createdAt: instant,
})

const query = {
  search: shortText({ required: false, max: 200 }),
  after: cursorBy(readPlaceByName),
  limit: pageLimit,
}

const about = { heading: 'organisations', access: 'signedIn' } as const

export const organisationEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    path: '/api/v1/organisations',
    summary: 'The organisations that customers belong to, by name.',
    query,
    answer: pagedList(organisation),
    async handle({ desk, actor, query: given }) {
      permit(actor, 'user.read')
      const { limit = usualLimit, ...filter } = readForm(query, given)
      const rows = await listOrganisations(desk.read(), { ...filter, limit })
      return pageOf(
        rows,
        limit,
        (each) => each,
        ({ name, id }) => [name, id],
      )
    },
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/organisations',
    summary: 'Adds an organisation. Customers are put into it one by one, or by an import.',
    body: organisationForm,
    answer: organisation,
    status: 201,
    handle: async ({ desk, actor, body, network }) => shown(desk, await addOrganisation(desk, actor, body, network)),
  },
  {
    ...about,
    method: 'GET',
    path: '/api/v1/organisations/:id',
    summary: 'One organisation.',
    answer: organisation,
    handle({ desk, actor, params }) {
      permit(actor, 'user.read')
      return shown(desk, idIn(params))
    },
  },
  {
    ...about,
    method: 'PATCH',
    path: '/api/v1/organisations/:id',
    summary: 'Renames an organisation.',
    body: organisationForm,
    answer: organisation,
    async handle({ desk, actor, params, body, network }) {
      permit(actor, 'user.manage')
      await renameOrganisation(desk, actor, idIn(params), body, network)
      return shown(desk, idIn(params))
    },
  },
  {
    ...about,
    method: 'DELETE',
    path: '/api/v1/organisations/:id',
    summary: 'Removes an organisation. Its people stay and belong to none.',
    status: 204,
    async handle({ desk, actor, params, network }) {
      permit(actor, 'user.manage')
      await removeOrganisation(desk, actor, idIn(params), network)
    },
  },
]

async function shown(desk: Desk, id: string) {
  return (await oneOrganisation(desk.read(), id)) ?? refuse('notFound')
}
