import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { refuse } from '../server/errors/refusal.ts'
import type { Call, Endpoint } from '../server/http/endpoint.ts'
import { isStaff } from './is-staff.ts'

const role = {
  type: 'object',
  properties: {
    key: { type: 'string' },
    name: { type: ['object', 'null'], additionalProperties: true },
    permissions: { type: 'array', items: { type: 'string' } },
    builtIn: { type: 'boolean' },
  },
  required: ['key', 'name', 'permissions', 'builtIn'],
  additionalProperties: false,
} as const

/** Roles are few: the list has one page. */
export const roleEndpoints: Endpoint<Desk, Person>[] = [
  {
    method: 'GET',
    path: '/api/v1/roles',
    summary: 'The roles with their permissions. A built-in role has no name of its own: its name comes from the words.',
    heading: 'permissions',
    access: 'signedIn',
    query: {},
    answer: {
      type: 'object',
      properties: { items: { type: 'array', items: role }, next: { type: 'null' } },
      required: ['items', 'next'],
      additionalProperties: false,
    },
    handle: listRoles,
  },
]

async function listRoles({ desk, actor }: Call<Desk, Person>) {
  if (!isStaff(actor)) refuse('notAllowed', { variables: { permission: 'user.read' } })
  const rows = await desk.read().selectFrom('role').selectAll().orderBy('built_in', 'desc').orderBy('key').execute()
  const items = rows.map(({ key, name, permissions, built_in }) => ({ key, name, permissions, builtIn: built_in }))
  return { items, next: null }
}
