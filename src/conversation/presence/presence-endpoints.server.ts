import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { classification } from '../../fields/classification/classification.ts'
import { shortText } from '../../fields/short-text/short-text.ts'
import { instant, named, object } from '../../fields/json-schema.ts'
import { permitAsStaff } from '../../permissions/permit-as-staff.server.ts'
import type { Endpoint } from '../../server/http/endpoint.ts'
import { numberIn } from '../../server/http/number-in.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import type { Presences } from '../../server/live/presences.server.ts'
import { doings, type Company } from './company.ts'

const form = {
  doing: classification({ required: true, values: [...doings, 'gone'] }),
  /** Which of several that somebody has open, by any name: who closes one is still at the others. */
  page: shortText({ required: false, max: 64 }),
}

const answer = object({
  items: {
    type: 'array',
    items: object({
      person: named,
      doing: { enum: doings },
      since: instant,
    }),
  },
})

const about = { heading: 'tickets', access: 'signedIn', path: '/api/v1/tickets/:number/presence', answer } as const

/** Who else of the staff looks at a ticket or writes on it. Nothing of it is kept: it lives as long as it is said again. */
export const presenceEndpoints = (presences: Presences): Endpoint<Desk, Person>[] => [
  {
    ...about,
    method: 'GET',
    summary: 'Who else of the staff looks at this ticket or writes on it now.',
    handle: async ({ desk, actor, params }) =>
      company(desk, actor, await permitAsStaff(desk.read(), actor, numberIn(params)), presences),
  },
  {
    ...about,
    method: 'PUT',
    summary: 'Says what one does at this ticket: to be said again every 20 seconds. Answers who else is there.',
    body: form,
    async handle({ desk, actor, params, body }) {
      const number = await permitAsStaff(desk.read(), actor, numberIn(params))
      const { doing, page = '' } = readForm(form, body)
      presences.say([number, actor.id, doing, page])
      return company(desk, actor, number, presences)
    },
  },
]

async function company(desk: Desk, actor: Person, number: number, presences: Presences): Promise<{ items: Company[] }> {
  const others = presences.at(number).filter(({ person }) => person !== actor.id)
  if (others.length === 0) return { items: [] }
  const people = await desk
    .read()
    .selectFrom('users')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      others.map(({ person }) => person),
    )
    .execute()
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const items = others.flatMap(({ person, doing, since }) => {
    const name = names.get(person)
    return name === undefined ? [] : [{ person: { id: person, name }, doing, since: since.toISOString() }]
  })
  return { items }
}
