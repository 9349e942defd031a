import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeInMail } from '../../conversation/mail-in/take-in-mail.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
  const permissions = ['ticket.seeGroups', 'ticket.assign', 'ticket.giveBack']
  await web.post('adam', '/api/v1/roles', { key: 'dispatcher', name: 'Dispatcher', permissions })
  await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids.omar}`, { roles: ['representative', 'dispatcher'] })
})
afterAll(() => web.close())

const lyingWith = async (to: object) => {
  const number = await web.submitted('salma')
  expect((await web.post('mariam', `/api/v1/tickets/${number}/assign`, to)).status).toBe(200)
  return number
}

test('who assigns within their groups could pass no ticket to another: it was refused as not there, and stayed', async () => {
  const number = await lyingWith({ group: web.groups.documents })
  const { version } = (await web.get('omar', `/api/v1/tickets/${number}`)).body
  const passed = await web.post('omar', `/api/v1/tickets/${number}/assign`, { group: web.groups.billing, version })
  expect(passed).toMatchObject({
    status: 200,
    body: { side: 'staff', assignee: { group: { name: 'Billing' } }, may: [] },
  })
  expect((await web.get('omar', `/api/v1/tickets/${number}`)).status).toBe(404)
  expect((await web.get('tom', `/api/v1/tickets/${number}`)).body.assignee.group.name).toBe('Billing')
  const again = await web.post('omar', `/api/v1/tickets/${number}/assign`, { group: web.groups.documents, version })
  expect(again.status).toBe(404)
})

test('whoever made a ticket of a mail and does not see what lies with the Support Desk was refused, and no ticket kept', async () => {
  const raw = Buffer.from('From: a@b.example\r\nSubject: Weekly\r\nMessage-ID: <1@x>\r\nList-Id: <a.b>\r\n\r\nNews.')
  const id = await takeInMail({ desk: web.desk, secret: 'x' }, raw, { id: null, group: null, trustedServer: null })
  const made = await web.post('omar', `/api/v1/inbound-mails/${id}/decide`, { as: 'newTicket' })
  expect(made).toMatchObject({ status: 200, body: { decision: 'newTicket', ticket: expect.any(Number), tickets: [] } })
  expect((await web.get('omar', `/api/v1/tickets/${made.body.ticket}`)).status).toBe(404)
  expect((await web.get('omar', `/api/v1/inbound-mails/${id}`)).status).toBe(404)
  expect((await web.get('mariam', `/api/v1/tickets/${made.body.ticket}`)).status).toBe(200)
})
