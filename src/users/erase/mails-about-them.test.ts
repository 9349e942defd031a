import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeInMail } from '../../conversation/mail-in/take-in-mail.server.ts'
import { newId } from '../../server/ids.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

async function came(from: string, ticket: number, became: 'newTicket' | 'joined' | 'ignored') {
  const id = newId()
  await web.database.primary
    .insertInto('inbound_mail')
    .values({
      ...{ id, raw: Buffer.from(`From: ${from}\r\n\r\nErin, erin@example.com`), hash: id, from_address: from },
      ...{ received_at: web.installation.desk.clock.now(), state: 'done', decision: became, ticket_number: ticket },
    } as never)
    .execute()
  return id
}

test('what a mail server reported, a colleague answered and they wrote from an earlier address stayed of who was erased', async () => {
  const erin = { name: 'Erin Mark', email: 'erin@example.com', roles: ['customer'], password: 'a long password' }
  const { id } = (await web.post('adam', '/api/v1/users', erin)).body
  const request = { title: 'The gate', description: 'She called about it.' }
  const { number } = (await web.post('mariam', '/api/v1/tickets', { ...request, customer: erin.email })).body
  const { number: other } = (await web.post('salma', '/api/v1/tickets', request)).body
  await came('erin.before@example.com', number, 'newTicket')
  await came('mariam@example.com', number, 'joined')
  await came('mailer-daemon@mx.example.com', number, 'ignored')
  await came('erin@example.com', other, 'ignored')
  const stays = await came('salma@example.com', other, 'newTicket')
  expect((await web.post('adam', `/api/v1/users/${id}/erase`, { confirm: erin.email })).status).toBe(200)
  const left = await web.database.primary.selectFrom('inbound_mail').select('id').execute()
  expect(left.map((mail) => mail.id)).toEqual([stays])
})

test('a mail that could not be read stayed of who was erased, and reading it again brought them back', async () => {
  const anna = { name: 'Anna Berg', email: 'anna@example.com', roles: ['customer'], password: 'a long password' }
  const { id } = (await web.post('adam', '/api/v1/users', anna)).body
  const failed = async (from: string) => {
    const mail = newId()
    const raw = Buffer.from(`From: ${from}\r\n\r\nPlease call.`)
    await web.database.primary
      .insertInto('inbound_mail')
      .values({
        ...{ id: mail, raw, hash: mail, state: 'failed', tries: 5 },
        received_at: web.installation.desk.clock.now(),
      } as never)
      .execute()
    return mail
  }
  await failed('Anna Berg <Anna@Example.com>')
  const others = await failed('hanna@example.org')
  await web.post('adam', `/api/v1/users/${id}/erase`, { confirm: anna.email })
  const left = await web.database.primary
    .selectFrom('inbound_mail')
    .select('id')
    .where('state', '=', 'failed')
    .execute()
  expect(left.map((mail) => mail.id)).toEqual([others])
})

test('an erased mail that its mailbox showed again came in a second time, and made its sender known again', async () => {
  const db = web.database.primary
  const noor = { name: 'Noor Haddad', email: 'noor@example.com', roles: ['customer'], password: 'a long password' }
  const { id } = (await web.post('adam', '/api/v1/users', noor)).body
  const { desk } = web.installation
  const raw = Buffer.from(
    'From: Noor <noor@example.com>\r\nSubject: The gate\r\nMessage-ID: <n1@example.com>\r\n\r\nOpen?\r\n',
  )
  const take = () => takeInMail({ desk, secret: web.secret }, raw, { id: null, group: null, trustedServer: null })
  expect(await take()).toEqual(expect.any(String))
  await web.post('adam', `/api/v1/users/${id}/erase`, { confirm: noor.email })
  expect(await take()).toBeNull()
  expect(await db.selectFrom('inbound_mail').select('id').where('from_address', '=', noor.email).execute()).toEqual([])
  expect(await db.selectFrom('users').select('id').where('email', '=', noor.email).execute()).toEqual([])
})
