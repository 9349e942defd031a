import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailSink, type MailSink } from '../../testing/mail-sink.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { openWorker } from '../../start/open-worker.server.ts'
import { mailServerNow } from './mail-server.server.ts'

let web: TestWeb
let sink: MailSink
beforeAll(async () => {
  web = await openTestWeb()
  sink = await openMailSink({ login: { user: 'desk', password: 'p@ss wörd' } })
})
afterAll(async () => {
  await sink?.stop()
  await web?.close()
})

const path = '/api/v1/mail-settings'
const server = (more: object = {}) => ({
  host: '127.0.0.1',
  port: Number(new URL(sink.url).port),
  security: 'none',
  username: 'desk',
  senderName: 'Najm Support',
  senderAddress: 'help@najm.example',
  ...more,
})
const put = (body: object, who: 'adam' | 'mariam' = 'adam') => web.ask(who, 'PUT', path, body)
const testTo = (to = 'me@example.com') => web.post('adam', `${path}/test`, { to })

test('without a server nothing is sent and it is said', async () => {
  const { body } = await web.get('adam', path)
  expect(body).toMatchObject({ source: 'none', host: null, hasPassword: false, publicUrl: null })
  expect((await testTo()).body).toEqual({ sent: false, said: null, code: null })
})

test('only who manages settings sees or stores it', async () => {
  for (const answer of [
    await web.get('mariam', path),
    await put(server(), 'mariam'),
    await web.ask('mariam', 'DELETE', path),
  ])
    expect(answer.status).toBe(403)
  expect((await web.post('mariam', `${path}/test`, { to: 'x@example.com' })).status).toBe(403)
})

test('the password is sealed, is never answered back and is in no log', async () => {
  const stored = await put(server({ password: 'p@ss wörd' }))
  expect(stored).toMatchObject({ status: 200, body: { source: 'stored', hasPassword: true, username: 'desk' } })
  expect(stored.body.sender).toBe('Najm Support <help@najm.example>')
  const row = await web.database.primary.selectFrom('mail_server').selectAll().executeTakeFirstOrThrow()
  const log = (await web.get('adam', '/api/v1/audit?subject=mailServer')).body
  for (const text of [JSON.stringify(stored.body), JSON.stringify(row), JSON.stringify(log)])
    expect(text).not.toContain('p@ss')
  expect(JSON.stringify(log)).not.toContain(row.sealed!)
  expect(log.items).toMatchObject([
    { action: 'mailServer.changed', after: { host: '127.0.0.1', passwordChanged: true } },
  ])
})

test('a test goes out at once, and what the server said comes back', async () => {
  expect((await testTo()).body).toMatchObject({ sent: true, code: 250, said: expect.stringMatching(/^250/) })
  const [mail] = sink.to('me@example.com')
  expect(mail!.parsed.from?.text).toContain('help@najm.example')
  expect(mail!.parsed.subject).toBe('A test from Sanad')
  expect(mail!.parsed.text).toContain('Adam Root')
  sink.rules.onRecipient = () => ({ code: 550, text: 'No such mailbox' })
  expect((await testTo()).body).toMatchObject({
    sent: false,
    code: 550,
    said: expect.stringContaining('No such mailbox'),
  })
  delete sink.rules.onRecipient
  await put(server({ password: 'wrong' }))
  expect((await testTo()).body).toMatchObject({ sent: false, code: 535 })
  await put(server({ port: 9, password: 'p@ss wörd' }))
  expect((await testTo()).body).toMatchObject({
    sent: false,
    code: null,
    said: expect.stringContaining('ECONNREFUSED'),
  })
  await put(server())
  expect((await testTo()).body.sent).toBe(true)
})

test('while a mail server took its time over a test mail, a connection and a transaction stood open for it', async () => {
  const silent = createServer()
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  await put(server({ port: (silent.address() as AddressInfo).port, password: 'p@ss wörd' }))
  const connected = once(silent, 'connection') as Promise<[Socket]>
  const tested = web.post('adam', `${path}/test`, { to: 'me@example.com' }, { 'idempotency-key': 'a test mail' })
  const [socket] = await connected
  // our own role sees nobody else's
  const owner = new pg.Client({ connectionString: web.url })
  await owner.connect()
  const { rows } = await owner.query(`
    select query from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`)
  await owner.end()
  socket.destroy()
  expect((await tested).body).toMatchObject({ sent: false })
  expect(rows).toEqual([])
  silent.close()
  await put(server({ password: 'p@ss wörd' }))
})

test('a password is sent to no other server than the one it was given for', async () => {
  await put(server({ security: 'tls', password: 'p@ss wörd' }))
  expect((await put(server({ security: 'startTls' }))).body.hasPassword).toBe(true)
  const anonymous = { host: 'elsewhere.example', username: undefined }
  expect((await put(server({ security: 'startTls', ...anonymous }))).body.hasPassword).toBe(false)
})

test('the stored password was thrown away without a word when the server became another', async () => {
  await put(server({ security: 'startTls', password: 'p@ss wörd' }))
  for (const more of [{ host: 'elsewhere.example' }, { username: 'other' }, { security: 'none' }])
    expect((await put(server({ security: 'startTls', ...more }))).body).toMatchObject({
      status: 422,
      errors: [{ field: 'password', code: 'required' }],
    })
  expect((await web.get('adam', path)).body).toMatchObject({ host: '127.0.0.1', hasPassword: true })
})

test.each([
  [{ host: 'a.example/path' }, 'host'],
  [{ host: 'user@a.example' }, 'host'],
  [{ host: 'a.example?requireTLS=false' }, 'host'],
  [{ port: 0 }, 'port'],
  [{ security: 'ssl' }, 'security'],
  [{ senderName: 'Najm <x@y.example>' }, 'senderName'],
  [{ senderName: 'Najm\r\nBcc: x@y.example' }, 'senderName'],
  [{ senderAddress: 'nobody' }, 'senderAddress'],
  [{ sealed: 'x' }, 'sealed'],
])('%j is refused', async (more, field) => {
  expect((await put(server(more))).body).toMatchObject({ status: 422, errors: [{ field }] })
})

test('STARTTLS is asked for and never done without', async () => {
  const environment = {
    usualFrom: 'x@example.com',
    secret: 'a secret for tests, long enough to be one',
    host: 'example.com',
  }
  const urlOf = async () => (await mailServerNow(web.database.primary, environment)).smtp!.url
  await put(server({ security: 'startTls', password: 'p@ss wörd' }))
  expect(await urlOf()).toMatch(/^smtp:.*requireTLS=true$/)
  expect((await testTo()).body).toMatchObject({ sent: false })
  await put(server({ security: 'tls', password: 'p@ss wörd' }))
  expect(await urlOf()).toMatch(/^smtps:/)
  // the environment's word comes first
  const smtpUrl = 'smtp://relay.example:25'
  expect((await mailServerNow(web.database.primary, { ...environment, smtpUrl })).smtp).toEqual({ url: smtpUrl })
})

test('the worker sends by the stored server from the next mail on, and keeps mails when there is none', async () => {
  await put(server({ password: 'p@ss wörd' }))
  const troubles: unknown[] = []
  const options = {
    secret: 'a secret for tests, long enough to be one',
    address: 'http://127.0.0.1:1',
    onTrouble: (error: unknown) => void troubles.push(error),
  }
  const worker = await openWorker(web.installation, options)
  try {
    const submit = () =>
      web.post('salma', '/api/v1/tickets', { title: 'Where is it?', description: 'The crane.', language: 'en' })
    await submit()
    await expect.poll(() => sink.to('salma@example.com').length).toBe(1)
    expect(sink.to('salma@example.com')[0]!.parsed.from?.text).toContain('help@najm.example')
    expect((await web.ask('adam', 'DELETE', path)).body.source).toBe('none')
    const { number } = (await submit()).body
    const states = async () =>
      (await web.get('adam', `/api/v1/mails?ticket=${number}&recipient=salma@example.com`)).body.items.map(
        ({ state }: { state: string }) => state,
      )
    await expect.poll(states).toEqual(['kept'])
    expect(troubles).toEqual([])
  } finally {
    await worker.stop()
  }
})

test('the log of mails is narrowed by state, person and ticket, and says why each was told', async () => {
  const items = async (query: string) => (await web.get('adam', `/api/v1/mails?${query}`)).body.items
  const ofSalma = await items(`recipient=${web.ids.salma}`)
  expect(ofSalma.length).toBe(2)
  expect(ofSalma[0]).toMatchObject({ to: 'salma@example.com', why: 'customer', group: null, state: 'kept' })
  expect(await items('recipient=SALMA@example.com&state=sent')).toHaveLength(1)
  const [other] = await items('recipient=mariam@example.com')
  expect(other).toMatchObject({ why: 'group', group: 'Support Desk' })
  expect(await items(`ticket=${ofSalma[0].ticket}`)).toHaveLength(3)
  expect(await items('ticket=1&state=dead')).toEqual([])
  expect((await web.get('adam', '/api/v1/mails?ticket=x')).status).toBe(422)
})

test('tellings that failed for good are listed and get a second chance', async () => {
  const { queue } = web.installation
  expect((await web.get('adam', '/api/v1/failed-tellings')).body.items).toEqual([])
  const telling = { interaction: 'notify-customer-of-receipt', ticket: 1001, event: 'no id at all' }
  // a duty that cannot be done, and no second try
  await web.database.primary.transaction().execute(async (db) => {
    await queue.enqueue(db, 'tell', [{ key: 'broken', data: telling }])
    await sql`update pgboss.job set retry_limit = 0 where name = 'tell' and data ->> 'event' = ${telling.event}`.execute(
      db,
    )
  })
  const failed = async () => (await web.get('adam', '/api/v1/failed-tellings')).body.items
  await expect
    .poll(failed)
    .toMatchObject([{ interaction: telling.interaction, ticket: 1001, error: expect.stringContaining('uuid') }])
  expect((await web.get('mariam', '/api/v1/failed-tellings')).status).toBe(403)
  expect((await web.post('mariam', '/api/v1/failed-tellings/retry')).status).toBe(403)
  expect((await web.post('adam', '/api/v1/failed-tellings/retry')).body).toEqual({ retried: 1 })
  expect((await web.get('adam', '/api/v1/failed-tellings')).body.items).toEqual([])
})

test('a duty that nobody can mean is listed like the others once it failed for good', async () => {
  const { queue } = web.installation
  const odd = [{ interaction: null, ticket: 'none' }, { ticket: 1e300 }, {}, { interaction: { a: 1 }, ticket: null }]
  await web.database.primary.transaction().execute(async (db) => {
    await queue.enqueue(
      db,
      'tell-dead',
      odd.map((data, index) => ({ key: `odd ${index}`, data })),
    )
  })
  const { status, body } = await web.get('adam', '/api/v1/failed-tellings')
  expect(status).toBe(200)
  expect(body.items.map(({ ticket }: { ticket: number | null }) => ticket)).toEqual([null, null, null, null])
  await sql`delete from pgboss.job where name = 'tell-dead'`.execute(web.database.primary)
})
