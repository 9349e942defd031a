import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { isId } from '../fields/user-group/user-group.ts'
import { isStaff } from '../permissions/is-staff.ts'
import { permit } from '../permissions/permit.server.ts'
import { refuse } from '../server/errors/refusal.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import { changeGroup, makeGroup } from './change-group.write.server.ts'
import { groupForm, newGroupForm } from './group-forms.ts'
import { listGroups, oneGroup } from './groups.server.ts'

const member = {
  type: 'object',
  properties: { id: { type: 'string' }, name: { type: 'string' }, active: { type: 'boolean' } },
  required: ['id', 'name', 'active'],
  additionalProperties: false,
}

const group = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    key: { type: ['string', 'null'] },
    name: { type: 'string' },
    roles: { type: 'array', items: { type: 'string' } },
    members: { type: 'array', items: member },
    lead: {
      type: ['object', 'null'],
      properties: { id: { type: 'string' }, name: { type: 'string' } },
      required: ['id', 'name'],
      additionalProperties: false,
    },
    timeZone: { type: ['string', 'null'] },
    workingHours: { type: ['object', 'null'], additionalProperties: true },
  },
  required: ['id', 'key', 'name', 'roles', 'members', 'lead', 'timeZone', 'workingHours'],
  additionalProperties: false,
}

const about = { heading: 'groups', access: 'signedIn' } as const

export const groupEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    path: '/api/v1/groups',
    summary: 'The groups with their members, for everybody who works here.',
    query: {},
    answer: {
      type: 'object',
      properties: { items: { type: 'array', items: group }, next: { type: 'null' } },
      required: ['items', 'next'],
      additionalProperties: false,
    },
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

function permitStaff(actor: Person): void {
  if (!isStaff(actor)) refuse('notAllowed', { variables: { permission: 'group.manage' } })
}

async function shown(desk: Desk, id: string) {
  return (await oneGroup(desk.read(), id)) ?? refuse('notFound')
}

function idIn(params: Record<string, string>): string {
  const id = params['id']
  return isId(id) ? id.toLowerCase() : refuse('notFound')
}
