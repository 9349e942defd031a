import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from '../fields/page.ts'
import { newId } from '../server/ids.server.ts'
import type { Character } from '../testing/cast.server.ts'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

// Who gets what on the routes of people, roles, groups and organisations, by hand; and that a body changes what its form names
// and nothing else. Each is asked with a body that is refused by its form, so that a right is told from its lack.

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const nonsense = { nonsense: true }
const who = ['nobody', 'salma', 'omar', 'mariam', 'adam'] as const
type Row = [method: string, path: (web: TestWeb) => string, ...expected: [number, number, number, number, number]]

const omar = ({ ids }: TestWeb) => `/api/v1/users/${ids.omar}`
const rows: Row[] = [
  //                                                                nobody salma omar mariam adam
  ['GET', () => '/api/v1/users', 401, 403, 403, 200, 200],
  ['GET', () => '/api/v1/users.csv', 401, 403, 403, 403, 200],
  ['POST', () => '/api/v1/users', 401, 403, 403, 403, 422],
  ['GET', omar, 401, 403, 403, 200, 200],
  ['PATCH', omar, 401, 403, 403, 403, 422],
  ['POST', (w) => `${omar(w)}/invite`, 401, 403, 403, 403, 422],
  ['POST', (w) => `${omar(w)}/revoke-invitation`, 401, 403, 403, 403, 422],
  ['GET', (w) => `${omar(w)}/leaving`, 401, 403, 403, 403, 200],
  ['GET', (w) => `${omar(w)}/permissions`, 401, 403, 403, 403, 200],
  ['POST', (w) => `${omar(w)}/erase`, 401, 403, 403, 403, 422],
  ['POST', () => '/api/v1/users/import/preview', 401, 403, 403, 403, 422],
  ['POST', () => '/api/v1/users/import', 401, 403, 403, 403, 422],
  ['GET', () => '/api/v1/roles', 401, 403, 200, 200, 200],
  ['GET', () => '/api/v1/roles/holders?roles=customer', 401, 403, 200, 200, 200],
  ['POST', () => '/api/v1/roles', 401, 403, 403, 403, 422],
  ['PATCH', () => '/api/v1/roles', 401, 403, 403, 403, 422],
  ['PATCH', () => '/api/v1/roles/customer', 401, 403, 403, 403, 422],
  ['DELETE', () => '/api/v1/roles/customer', 401, 403, 403, 403, 409],
  ['GET', () => '/api/v1/groups', 401, 403, 200, 200, 200],
  ['POST', () => '/api/v1/groups', 401, 403, 403, 403, 422],
  ['PATCH', ({ groups }) => `/api/v1/groups/${groups.billing}`, 401, 403, 403, 403, 422],
  ['GET', () => '/api/v1/organisations', 401, 403, 403, 403, 200],
  ['GET', () => '/api/v1/organisations/01900000-0000-7000-8000-00000000dead', 401, 403, 403, 403, 404],
  ['POST', () => '/api/v1/organisations', 401, 403, 403, 403, 422],
  ['PATCH', () => '/api/v1/organisations/01900000-0000-7000-8000-00000000dead', 401, 403, 403, 403, 404],
  ['DELETE', () => '/api/v1/organisations/01900000-0000-7000-8000-00000000dead', 401, 403, 403, 403, 404],
]

describe.each(rows)('%s %s', (method, path, ...expected) => {
  test.each(who.map((name, index) => [name, expected[index]!] as const))('%s gets %i', async (name, status) => {
    const somebody = name === 'nobody' ? null : (name as Character)
    const body = method === 'GET' || method === 'DELETE' ? undefined : nonsense
    const answer = await web.ask(somebody, method, path(web), body)
    expect([answer.status, answer.body.code]).toEqual([status, answer.body.code])
  })
})

test('nobody gives themselves a role, another birthday or another’s name', async () => {
  const before = await everything()
  for (const body of [
    { roles: ['administrator'] },
    { createdAt: '2001-01-01T00:00:00.000Z' },
    { id: web.ids.adam },
    { permissions: ['role.manage'] },
    { email: 'adam2@example.com' },
    { active: true },
    { organisation: null },
    { name: 'Omar', roles: ['administrator'] },
  ]) {
    for (const somebody of ['salma', 'omar', 'mariam'] as const) {
      expect((await web.ask(somebody, 'PATCH', '/api/v1/me', body)).status).toBe(422)
      expect((await web.ask(somebody, 'PATCH', `/api/v1/users/${web.ids[somebody]}`, body)).status).toBe(403)
      expect((await web.ask(somebody, 'PATCH', `/api/v1/users/${web.ids.adam}`, body)).status).toBe(403)
    }
  }
  for (const body of [
    { createdAt: '2001-01-01T00:00:00.000Z' },
    { id: web.ids.adam, name: 'Another' },
    { password: 'a long enough password' },
    { erasedAt: null },
    { emailVerified: true },
    { service: true },
    { secondFactor: true },
  ])
    expect((await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.salma}`, body)).status).toBe(422)
  expect(await everything()).toEqual(before)
})

async function everything() {
  const db = web.database.primary
  return {
    users: await db.selectFrom('users').selectAll().orderBy('id').execute(),
    roles: await db.selectFrom('user_role').selectAll().orderBy('user_id').execute(),
    members: await db.selectFrom('group_member').selectAll().orderBy('user_id').execute(),
  }
}

test('an invitation can be taken back: the person stays, and is no longer among the invited', async () => {
  const added = await web.post('adam', '/api/v1/users', { name: 'Hala Nasser', email: 'hala@example.com' })
  expect(added.body.invitedUntil).toBeTypeOf('string')
  const invited = async () => (await web.get('adam', '/api/v1/users?invited=true')).body.items
  expect(await invited()).toMatchObject([{ name: 'Hala Nasser' }])
  const path = `/api/v1/users/${added.body.id}`
  expect(await web.post('adam', `${path}/revoke-invitation`)).toMatchObject({
    status: 200,
    body: { invitedUntil: null },
  })
  expect(await invited()).toEqual([])
  expect((await web.post('adam', `${path}/revoke-invitation`)).status).toBe(200)
  expect((await web.post('adam', `${path}/invite`)).body.invitedUntil).toBeTypeOf('string')
  const { items } = (await web.get('adam', `/api/v1/audit?subject=user:${added.body.id}`)).body
  expect(items.map(({ action }: { action: string }) => action)).toEqual([
    'user.invited',
    'user.invitationRevoked',
    'user.added',
  ])
})

test('who is not invited was asked for, and everybody came', async () => {
  const names = async (query: string) =>
    (await web.get('adam', `/api/v1/users?limit=200&${query}`)).body.items.map(({ name }: { name: string }) => name)
  await web.post('adam', '/api/v1/users', { name: 'Sami Nasser', email: 'sami@example.com' })
  const [invited, others, all] = [await names('invited=true'), await names('invited=false'), await names('')]
  expect(invited).toContain('Sami Nasser')
  expect(others).toContain('Adam Root')
  expect(new Set([...invited, ...others])).toEqual(new Set(all))
  expect(all).toHaveLength(invited.length + others.length)
})

test.each(['ليلى ناصر', 'Čedomir Žić', '😀 Şule'])('people whose page ends on %s failed', async (name) => {
  const { body: added } = await web.post('adam', '/api/v1/users', { name, email: `${newId()}@example.com` })
  const seen: string[] = []
  for (let path: string | null = '/api/v1/users?limit=1'; path;) {
    const { status, body }: { status: number; body: Page<{ id: string }> } = await web.get('adam', path)
    expect(status).toBe(200)
    seen.push(...body.items.map(({ id }) => id))
    path = body.next && `/api/v1/users?limit=1&after=${body.next}`
  }
  expect(seen).toContain(added.id)
  expect(new Set(seen).size).toBe(seen.length)
})

test('a password that was given to somebody new lay for a week in a hash that is quick to try', async () => {
  const kept = () => web.database.primary.selectFrom('idempotent_answer').selectAll().execute()
  const headers = (key: string) => ({ 'idempotency-key': key })
  const before = await kept()
  const person = { name: 'Rami Odeh', email: 'rami@example.com', password: 'over the river' }
  expect((await web.post('adam', '/api/v1/users', person, headers('new'))).status).toBe(201)
  expect(await kept()).toEqual(before)
  // whoever is invited is so once, however often a line that broke asks
  const invited = { name: 'Dina Odeh', email: 'dina@example.com' }
  const [one, other] = [
    await web.post('adam', '/api/v1/users', invited, headers('x')),
    await web.post('adam', '/api/v1/users', invited, headers('x')),
  ]
  expect([one.status, other.status, other.body.id]).toEqual([201, 201, one.body.id])
})

test('a role that is none was named at the place of another', async () => {
  const roles = ['representative', 'noSuchRole']
  const { body } = await web.ask('adam', 'PATCH', omar(web), { roles })
  expect(body.errors).toMatchObject([{ field: 'roles.1', code: 'notInList' }])
})

test('people are found by their group; what somebody would leave behind is said before', async () => {
  const { documents } = web.groups
  const found = (await web.get('adam', `/api/v1/users?group=${documents}`)).body.items
  expect(found.map(({ name }: { name: string }) => name)).toEqual(['Jana Weiss', 'Omar Siddiqui'])
  const number = await web.submitted('salma', 'The crane')
  await web.post('mariam', `/api/v1/tickets/${number}/assign`, { group: documents, member: web.ids.omar })
  const left = (await web.get('adam', `${omar(web)}/leaving`)).body
  expect(left).toEqual({
    items: [{ group: { id: documents, name: 'Documents' }, tickets: 1, others: 1, leads: false }],
    apiKeys: 0,
  })
  expect((await web.get('adam', `${omar(web)}/leaving?group=${web.groups.billing}`)).body.items).toEqual([])
  // a program hears of nothing: where it alone is left nobody is told
  const { primary } = web.database
  await primary.updateTable('users').set({ service: true }).where('id', '=', web.ids.jana).execute()
  expect((await web.get('adam', `${omar(web)}/leaving`)).body.items).toMatchObject([{ tickets: 1, others: 0 }])
  await primary.updateTable('users').set({ service: false }).where('id', '=', web.ids.jana).execute()
})
