import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const save = (id: string, body: object, who: 'adam' | 'jana' = 'adam') =>
  web.ask(who, 'PATCH', `/api/v1/users/${id}`, body)
const read = async (id: string) => (await web.get('adam', `/api/v1/users/${id}`)).body
const groupsOf = async (id: string) => (await read(id)).groups.map((group: { id: string }) => group.id).toSorted()
const entries = async (subject: string) =>
  (await web.get('adam', `/api/v1/audit?limit=100`)).body.items.filter(
    (entry: { subject: string }) => entry.subject === subject,
  )

test('a person is added with roles and groups in one request', async () => {
  const { status, body } = await web.post('adam', '/api/v1/users', {
    name: 'Rami Odeh',
    email: 'rami@example.com',
    roles: ['representative'],
    groups: [web.groups.billing, web.groups.documents],
  })
  expect(status).toBe(201)
  expect(body.groups.map(({ id }: { id: string }) => id).toSorted()).toEqual(
    [web.groups.billing, web.groups.documents].toSorted(),
  )
  const told = await entries(`group:${web.groups.billing}`)
  expect(told[0]).toMatchObject({ action: 'group.changed' })
  expect(told[0].after.members).toContain(body.id)
})

test('name, roles and groups are saved together, or none of them is', async () => {
  const before = await read(web.ids.tom)
  const unknown = '01900000-0000-7000-8000-00000000dead'
  const wanted = { name: 'Thomas Baker', roles: ['representative', 'customer'] }
  const refused = await save(web.ids.tom, { ...wanted, groups: [web.groups.documents, unknown] })
  expect([refused.status, refused.body.errors]).toMatchObject([422, [{ field: 'groups.1', code: 'notInList' }]])
  expect(await read(web.ids.tom)).toEqual(before)
  const saved = await save(web.ids.tom, { ...wanted, groups: [web.groups.documents] })
  expect(saved.body).toMatchObject({ name: 'Thomas Baker', roles: ['customer', 'representative'] })
  expect(await groupsOf(web.ids.tom)).toEqual([web.groups.documents])
})

test('who leaves a group so gives their tickets back to it, and leads it no more', async () => {
  const number = await web.submitted()
  await web.post('mariam', `/api/v1/tickets/${number}/assign`, { group: web.groups.documents, member: web.ids.omar })
  await web.ask('adam', 'PATCH', `/api/v1/groups/${web.groups.documents}`, { lead: web.ids.omar })
  expect((await save(web.ids.omar, { groups: [] })).status).toBe(200)
  const ticket = (await web.get('mariam', `/api/v1/tickets/${number}`)).body
  expect(ticket.assignee).toMatchObject({ group: { id: web.groups.documents }, member: null })
  expect((await web.get('adam', `/api/v1/groups/${web.groups.documents}`)).body.lead).toBeNull()
})

test('who is deactivated comes into no group, and may stay where they are', async () => {
  await save(web.ids.tom, { groups: [web.groups.documents] })
  const refused = await save(web.ids.tom, { active: false, groups: [web.groups.documents, web.groups.billing] })
  expect(refused.body.errors).toMatchObject([{ field: 'groups.1', code: 'notInList' }])
  expect((await read(web.ids.tom)).active).toBe(true)
  expect((await save(web.ids.tom, { active: false, groups: [web.groups.documents] })).status).toBe(200)
  await save(web.ids.tom, { active: true })
})

test('naming groups needs the right to manage groups; without it nothing else is saved either', async () => {
  await web.post('adam', '/api/v1/roles', { key: 'people', name: 'People', permissions: ['user.read', 'user.manage'] })
  await save(web.ids.jana, { roles: ['people'] })
  expect((await save(web.ids.pierre, { name: 'Pierre Martin' }, 'jana')).status).toBe(200)
  const refused = await save(web.ids.pierre, { name: 'Somebody', groups: [] }, 'jana')
  expect([refused.status, refused.body.code]).toEqual([403, 'notAllowed'])
  expect((await read(web.ids.pierre)).name).toBe('Pierre Martin')
})
