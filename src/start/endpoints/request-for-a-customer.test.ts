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
