import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { boolean, named, nullable, object, string, wholeList } from '../fields/json-schema.ts'
import { permit, permitStaff } from '../permissions/permit.server.ts'
import { refuse } from '../server/errors/refusal.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import { idIn } from '../server/http/id-in.ts'
import { changeGroup, makeGroup } from './change-group.write.server.ts'
import { groupForm, newGroupForm } from './group-forms.ts'
import { listGroups, shownGroup } from './groups.server.ts'

/** `service`: a program, which is told nothing. `holds`: they can be given the group's tickets, which they see. */
const member = object({ id: string, name: string, active: boolean, service: boolean, holds: boolean })

const group = object({
  id: string,
  key: nullable('string'),
  name: string,
  roles: { type: 'array', items: string },
  members: { type: 'array', items: member },
  lead: { ...named, type: ['object', 'null'] },
  timeZone: nullable('string'),
  workingHours: { type: ['object', 'null'], additionalProperties: true },
})

const about = { heading: 'groups', access: 'signedIn' } as const

export const groupEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    path: '/api/v1/groups',
    summary: 'The groups with their members, for everybody who works here.',
    query: {},
    answer: wholeList(group),
    async handle({ desk, actor }) {
      permitStaff(actor)
      return { items: await listGroups(desk.read()), next: null }
    },
  },
  {
    ...about,
    method: 'GET',
    path: '/api/v1/groups/:id',
    summary: 'One group with its members.',
    answer: group,
    handle({ desk, actor, params }) {
      permitStaff(actor)
      return shown(desk, idIn(params))
    },
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/groups',
    summary: 'Makes a group.',
    body: newGroupForm,
    answer: group,
    status: 201,
    handle: async ({ desk, actor, body, network }) => shown(desk, await makeGroup(desk, actor, body, network)),
  },
  {
    ...about,
    method: 'PATCH',
    path: '/api/v1/groups/:id',
    summary: 'Changes a group. `members` replaces the set; the tickets of whoever leaves go back to the group.',
    body: groupForm,
    answer: group,
    async handle({ desk, actor, params, body, network }) {
      permit(actor, 'group.manage')
      await changeGroup(desk, actor, idIn(params), body, network)
      return shown(desk, idIn(params))
    },
  },
]

async function shown(desk: Desk, id: string) {
  return (await shownGroup(desk.read(), id)) ?? refuse('notFound')
}
