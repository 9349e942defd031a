import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { takeInMail } from './take-in-mail.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

const mailbox = {
  address: 'support@help.example',
  host: 'imap.help.example',
  port: 993,
  security: 'tls',
  username: 'support',
  password: 'planted-secret',
}
const path = '/api/v1/mailboxes'

test('a mailbox is kept with its password sealed, answered without it, and logged without it', async () => {
  const added = await web.post('adam', path, mailbox)
  expect(added.status).toBe(201)
  expect(added.body).toMatchObject({
    address: 'support@help.example',
    folder: 'INBOX',
    state: 'new',
    active: true,
    silent: false,
    group: null,
  })
  const row = await web.database.primary.selectFrom('mailbox').selectAll().executeTakeFirstOrThrow()
  const log = await web.database.primary
    .selectFrom('audit_entry')
    .selectAll()
    .where('action', '=', 'mailbox.added')
    .execute()
  expect(log).toHaveLength(1)
  expect(JSON.stringify([added.body, row, log, (await web.get('adam', path)).body])).not.toContain('planted-secret')
  expect((await web.post('adam', path, mailbox)).body.code).toBe('alreadyThere')
})

test('a password goes to no other server, and never in the clear where it did not before', async () => {
  const [{ id }] = (await web.get('adam', path)).body.items
  for (const change of [{ host: 'evil.example' }, { username: 'other' }, { security: 'none' }]) {
    const answer = await web.ask('adam', 'PATCH', `${path}/${id}`, change)
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, 'password'])
  }
  const moved = await web.ask('adam', 'PATCH', `${path}/${id}`, { host: 'imap2.help.example', password: 'next' })
  expect(moved.body).toMatchObject({ host: 'imap2.help.example', state: 'new' })
  expect((await web.ask('adam', 'PATCH', `${path}/${id}`, { active: false })).body).toMatchObject({ active: false })
  expect((await web.ask('adam', 'DELETE', `${path}/${id}`)).status).toBe(200)
  expect((await web.get('adam', path)).body.items).toEqual([])
})

test('mailboxes are administrators’, mails the desk’s', async () => {
  for (const who of ['mariam', 'omar', 'salma'] as const) expect((await web.get(who, path)).status).toBe(403)
  for (const who of ['adam', 'omar', 'salma'] as const)
    expect((await web.get(who, '/api/v1/inbound-mails')).status).toBe(403)
  expect((await web.get(null, path)).status).toBe(401)
})

const raw = (from: string, id: string) =>
  Buffer.from(`From: ${from}\r\nSubject: Weekly\r\nMessage-ID: <${id}@x>\r\nList-Id: <a.b>\r\n\r\nWhat is new.`)
const take = (mail: Buffer) =>
  takeInMail({ desk: web.desk, secret: 'x' }, mail, { id: null, group: null, trustedServer: null })

test('a mail that waits says why, and whoever looks decides', async () => {
  const [first, second, third] = [
    await take(raw('salma@example.com', '1')),
    await take(raw('new@example.com', '2')),
    await take(raw('salma@example.com', '3')),
  ]
  const held = (await web.get('mariam', '/api/v1/inbound-mails?decision=held&limit=2')).body
  expect(held.items).toHaveLength(2)
  expect(held.items[0]).toMatchObject({
    id: third,
    decision: 'held',
    reason: 'list',
    from: { address: 'salma@example.com', name: '' },
  })
  expect(
    (await web.get('mariam', `/api/v1/inbound-mails?decision=held&after=${held.next}`)).body.items.map(
      (item: { id: string }) => item.id,
    ),
  ).toEqual([first])
  expect((await web.get('mariam', `/api/v1/inbound-mails/${first}`)).body).toMatchObject({
    text: 'What is new.',
    html: null,
  })

  const decide = (id: string, body: object) => web.post('mariam', `/api/v1/inbound-mails/${id}/decide`, body)
  const ticket = await web.submitted('salma')
  const others = await web.submitted('pierre')
  expect((await decide(first, { as: 'joined', ticket: others })).body.errors[0].field).toBe('ticket')
  expect((await decide(first, { as: 'joined' })).status).toBe(422)
  expect((await decide(first, { as: 'joined', ticket })).body).toMatchObject({
    decision: 'joined',
    reason: 'byHand',
    ticket,
  })
  expect((await web.get('salma', `/api/v1/tickets/${ticket}/conversation`)).body.items[0].text.texts.en.text).toBe(
    'What is new.',
  )
  expect((await decide(second, { as: 'newTicket' })).body).toMatchObject({
    decision: 'newTicket',
    ticket: expect.any(Number),
  })
  expect((await decide(third, { as: 'ignored' })).body).toMatchObject({ decision: 'ignored' })
  expect((await decide(third, { as: 'newTicket' })).body.code).toBe('notPossibleNow')
})
