import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'
import { addPerson } from './users.write.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
  await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.adam}`, { roles: ['administrator', 'supportDesk'] })
})
afterAll(() => web.close())

const submitFor = (customer: string) =>
  web.post('adam', '/api/v1/tickets', { title: 'A call', description: 'Written down.', language: 'en', customer })

test('a request for an address whose person is deactivated was refused on a field that its form does not have', async () => {
  await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.pierre}`, { active: false })
  for (const customer of ['pierre@example.com', web.ids.pierre])
    expect(await submitFor(customer)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'customer', code: 'inactive', message: 'This account is deactivated.' }] },
    })
})

test('a request for an address that somebody else adds at this very moment is theirs, and nobody is refused', async () => {
  const person = { name: 'New', email: 'new@example.com', emailVerified: false, roles: ['customer'] }
  let waiting: ReturnType<typeof submitFor> | undefined
  const id = await web.database.primary.transaction().execute(async (db) => {
    const added = await addPerson(db, person, new Date())
    waiting = submitFor(person.email)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    return added
  })
  const { status, body } = await waiting!
  expect(status).toBe(201)
  expect((await web.rowOf(body.number)).customer_id).toBe(id)
})

test('a request was written down for a colleague who is no customer: it waited for somebody who never saw it', async () => {
  for (const customer of ['omar@example.com', web.ids.omar])
    expect(await submitFor(customer)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'customer', code: 'noCustomer' }] },
    })
  // whoever works here and asks too is one
  await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.jana}`, { roles: ['representative', 'customer'] })
  expect((await submitFor('jana@example.com')).status).toBe(201)
})
