import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { upload } from '../../users/erase/testing/marked.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const request = { title: 'The gate is locked', description: 'She called about it.', customer: 'salma@example.com' }

test('what a representative wrote down for a customer was refused as not there, and not kept', async () => {
  for (const files of [[], [await upload(web, 'omar', 'gate.txt')]]) {
    const { status, body } = await web.post('omar', '/api/v1/tickets', { ...request, files })
    expect({ status, body }).toMatchObject({ status: 201, body: { status: 'open', side: 'staff', may: [] } })
    expect((await web.get('salma', `/api/v1/tickets/${body.number}`)).body.files).toHaveLength(files.length)
    // it lies with the Support Desk now
    expect((await web.get('omar', `/api/v1/tickets/${body.number}`)).status).toBe(404)
  }
})

test('a repeat with the same key was answered as not there, to whoever had written it for a customer', async () => {
  const ask = () => web.post('omar', '/api/v1/tickets', request, { 'idempotency-key': 'written once' })
  const first = await ask()
  expect(await ask()).toMatchObject({ status: 201, body: first.body })
  const rights = { name: 'The telephone', scopes: ['ticket.submitForCustomer'] }
  const authorization = `Bearer ${(await web.post('mariam', '/api/v1/api-keys', rights)).body.key}`
  const byKey = () => web.post(null, '/api/v1/tickets', request, { authorization, 'idempotency-key': 'by telephone' })
  const made = await byKey()
  expect(made.status).toBe(201)
  expect(await byKey()).toMatchObject({ status: 201, body: made.body })
})

test('a repeat tells nobody how a ticket stood that they no longer see, though they once wrote it down', async () => {
  const { number } = (await web.post('omar', '/api/v1/tickets', request)).body
  await web.post('mariam', `/api/v1/tickets/${number}/assign`, { group: web.groups.documents })
  const note = () =>
    web.post('omar', `/api/v1/tickets/${number}/note`, { text: 'Ours.' }, { 'idempotency-key': 'note' })
  expect((await note()).status).toBe(200)
  await web.post('mariam', `/api/v1/tickets/${number}/assign`, { group: web.groups.billing })
  expect((await note()).status).toBe(404)
})
