import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { boolean, integer, named, object, string, wholeList } from '../fields/json-schema.ts'
import { refuse } from '../server/errors/refusal.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import { changeCells } from './change-cells.write.server.ts'
import { changeRole, makeRole, removeRole, resetRole } from './change-role.write.server.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { permit, permitStaff } from './permit.server.ts'
import { cellsForm, holdersQuery, newRoleForm, roleForm } from './role-forms.ts'
import { countHolders, listRoles, oneRole } from './roles.server.ts'

const role = object({
  key: string,
  name: { type: ['object', 'null'], additionalProperties: true },
  permissions: { type: 'array', items: string },
  builtIn: boolean,
  customised: boolean,
  requiresSecondFactor: boolean,
  /** By themselves, deactivated ones too: whoever removes the role takes it from them first. */
  users: integer,
  /** Active people who hold it, by themselves or by a group. */
  people: integer,
  groups: {
    type: 'array',
    items: named,
  },
})

const list = wholeList(role)

const about = { heading: 'permissions', access: 'signedIn' } as const

/** Roles are few: the list has one page. */
export const roleEndpoints: Endpoint<Desk, Person>[] = [
  {
    ...about,
    method: 'GET',
    path: '/api/v1/roles',
    summary: 'The roles with their permissions. A built-in role has no name of its own: its name comes from the words.',
    query: {},
    answer: list,
    async handle({ desk, actor }) {
      permitStaff(actor)
      return { items: await listRoles(desk.read()), next: null }
    },
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/roles',
    summary: 'Makes a role of the organisation’s own.',
    body: newRoleForm,
    answer: role,
    status: 201,
    handle: async ({ desk, actor, body, network }) => shown(desk, await makeRole(desk, actor, body, network)),
  },
  {
    ...about,
    method: 'PATCH',
    path: '/api/v1/roles',
    summary: 'Gives permissions to roles and takes them from roles, all at once or not at all.',
    body: cellsForm,
    answer: list,
    async handle({ desk, actor, body, network }) {
      await changeCells(desk, actor, body, network)
      return { items: await listRoles(desk.read()), next: null }
    },
  },
  {
    ...about,
    method: 'GET',
    path: '/api/v1/roles/holders',
    summary: 'How many active people hold any of these roles (keys, separated by commas), each counted once.',
    query: holdersQuery,
    answer: object({ people: integer }),
    async handle({ desk, actor, query }) {
      permitStaff(actor)
      return { people: await countHolders(desk.read(), readForm(holdersQuery, query).roles.split(',')) }
    },
  },
  {
    ...about,
    method: 'PATCH',
    path: '/api/v1/roles/:key',
    summary: 'Changes a role. `permissions` replaces the set, and counts from the next request on.',
    body: roleForm,
    answer: role,
    async handle({ desk, actor, params, body, network }) {
      await changeRole(desk, actor, keyIn(params), body, network)
      return shown(desk, keyIn(params))
    },
  },
  {
    ...about,
    method: 'POST',
    path: '/api/v1/roles/:key/reset',
    summary: 'Gives a built-in role back the permissions that it came with.',
    body: {},
    answer: role,
    async handle({ desk, actor, params, body, network }) {
      permit(actor, 'role.manage')
      readForm({}, body ?? {})
      await resetRole(desk, actor, keyIn(params), network)
      return shown(desk, keyIn(params))
    },
  },
  {
    ...about,
    method: 'DELETE',
    path: '/api/v1/roles/:key',
    summary: 'Removes a role that nobody holds.',
    status: 204,
    async handle({ desk, actor, params, network }) {
      permit(actor, 'role.manage')
      await removeRole(desk, actor, keyIn(params), network)
    },
  },
]

const keyIn = (params: Record<string, string>): string => params['key'] ?? ''

const shown = async (desk: Desk, key: string) => (await oneRole(desk.read(), key)) ?? refuse('notFound')
