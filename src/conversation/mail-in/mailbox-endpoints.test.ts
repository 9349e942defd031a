import { afterAll, beforeAll, expect, test } from 'vitest'
import { replyAddress } from '../../channels/email/inbound/reply-address.server.ts'
import { hasDovecot, sayNotRun, startDovecot } from '../../testing/dovecot.server.ts'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'
import { repliesTo } from './replies-to.server.ts'
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
    plusAddress: true,
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

test('of two who add one mailbox at once the second was told of a failure of ours', async () => {
  const other = { ...mailbox, address: 'twice@help.example' }
  const { body: first } = await web.post('adam', path, other)
  const db = web.database.primary
  const row = await db.selectFrom('mailbox').selectAll().where('id', '=', first.id).executeTakeFirstOrThrow()
  await web.ask('adam', 'DELETE', `${path}/${first.id}`)
  let second: ReturnType<typeof web.post> | undefined
  await db.transaction().execute(async (adding) => {
    await adding.insertInto('mailbox').values(row).execute()
    second = web.post('adam', path, other)
    await new Promise((resolve) => setTimeout(resolve, 500))
  })
  expect(await second).toMatchObject({ status: 409, body: { code: 'alreadyThere' } })
  await web.ask('adam', 'DELETE', `${path}/${first.id}`)
})

test('a mail server is tried before it is kept: what it said is answered, and the kept password goes only where it went', async () => {
  const [{ id }] = (await web.get('adam', path)).body.items
  const { address: _, password: __, ...server } = mailbox
  const nobody = { ...server, host: '127.0.0.1', port: 1, security: 'none' }
  const tried = await web.post('adam', `${path}/try`, { ...nobody, password: 'planted-secret' })
  expect(tried.body).toMatchObject({ reached: false, said: expect.stringContaining('ECONNREFUSED'), mails: null })
  for (const elsewhere of [nobody, { ...nobody, id }])
    expect((await web.post('adam', `${path}/try`, elsewhere)).body.errors[0].field).toBe('password')
  expect((await web.post('mariam', `${path}/try`, { ...nobody, password: 'x' })).status).toBe(403)
  if (!hasDovecot) return sayNotRun('trying a mailbox by IMAP')
  const dovecot = await startDovecot()
  await dovecot.deliver(Buffer.from('Subject: One\r\n\r\nOne.\r\n'))
  const there = await web.post('adam', `${path}/try`, dovecot.settings)
  expect(there.body).toEqual({ reached: true, said: null, mails: 1, folders: ['INBOX'] })
  expect((await web.post('adam', `${path}/try`, { ...dovecot.settings, folder: 'Support' })).body).toMatchObject({
    reached: false,
    folders: ['INBOX'],
  })
  const wrong = await web.post('adam', `${path}/try`, { ...dovecot.settings, password: 'wrong' })
  expect(wrong.body).toMatchObject({ reached: false, said: expect.stringContaining('refused the login') })
  await dovecot.end()
})

test('a password goes to no other server, and never in the clear where it did not before', async () => {
  const [{ id }] = (await web.get('adam', path)).body.items
  for (const change of [{ host: 'evil.example' }, { username: 'other' }, { security: 'none' }]) {
    const answer = await web.ask('adam', 'PATCH', `${path}/${id}`, change)
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, 'password'])
  }
  const moved = await web.ask('adam', 'PATCH', `${path}/${id}`, { host: 'imap2.help.example', password: 'next' })
  expect(moved.body).toMatchObject({ host: 'imap2.help.example', state: 'new' })
  const plain = await web.ask('adam', 'PATCH', `${path}/${id}`, { plusAddress: false })
  expect(plain.body).toMatchObject({ plusAddress: false, state: 'new' })
  const heard = { heard_at: new Date() }
  await web.database.primary.updateTable('mailbox').set(heard).where('id', '=', id).execute()
  expect(await repliesTo(web.database.primary)).toEqual({ address: 'support@help.example', plus: false })
  expect((await web.ask('adam', 'PATCH', `${path}/${id}`, { active: false })).body).toMatchObject({ active: false })
  expect((await web.ask('adam', 'DELETE', `${path}/${id}`)).status).toBe(200)
  expect((await web.get('adam', path)).body.items).toEqual([])
})

test('who changed a mailbox’s trusted server, group or plus address could not be read in the audit log', async () => {
  const { id } = (await web.post('adam', path, { ...mailbox, address: 'trusting@help.example' })).body
  const change = (body: object) => web.ask('adam', 'PATCH', `${path}/${id}`, body)
  const changes = { trustedServer: 'mx.help.example', group: web.groups.billing, plusAddress: false }
  await change(changes)
  // what is as it was is no change
  await change(changes)
  await change({ password: 'another-secret' })
  const log = (await web.get('adam', `/api/v1/audit?subject=mailbox:${id}`)).body.items
  expect(log.map(({ before, after }: { before: object; after: object }) => ({ before, after }))).toMatchObject([
    { after: { passwordChanged: true } },
    { before: { trustedServer: null, group: null, plusAddress: true }, after: changes },
    { before: null, after: { plusAddress: true } },
  ])
  await web.ask('adam', 'DELETE', `${path}/${id}`)
})

test('a mailbox that was paused over the weekend was told to be silent as soon as it went on', async () => {
  const body = { ...mailbox, address: 'weekend@help.example' }
  const { id } = (await web.post('adam', path, body)).body
  const friday = new Date(Date.now() - 3 * 86_400_000)
  const before = { state: 'reading' as const, state_since: friday, created_at: friday, heard_at: friday }
  const row = web.database.primary.updateTable('mailbox').where('id', '=', id)
  await row.set({ ...before, silence_told_at: friday }).execute()
  expect((await web.ask('adam', 'PATCH', `${path}/${id}`, { active: false })).body).toMatchObject({ silent: false })
  const resumed = (await web.ask('adam', 'PATCH', `${path}/${id}`, { active: true })).body
  // what was read until when is known as before: closing by silence waits until it is read
  expect(resumed).toMatchObject({ state: 'new', silent: false, heardAt: friday.toISOString() })
  const { silence_told_at } = await web.database.primary
    .selectFrom('mailbox')
    .select('silence_told_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(silence_told_at).toBeNull()
  await web.ask('adam', 'DELETE', `${path}/${id}`)
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

/** As web.server.ts makes them. */
const secret = 'a secret for tests, long enough to be one'
const address = (ticket: number, reaches?: 'staff') => replyAddress(secret, 'support@help.example', ticket, reaches)

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

  const decide = (id: string | null, body: object) => web.post('mariam', `/api/v1/inbound-mails/${id}/decide`, body)
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

test('a mail of staff that is joined by hand becomes a note, unless it was written to the customer', async () => {
  const ticket = await web.submitted('salma')
  await web.post('mariam', `/api/v1/tickets/${ticket}/assign`, { group: web.groups.documents, member: web.ids.omar })
  const marks = {
    'wrote anew': 'support@help.example',
    'to the customer': address(ticket),
    'a note': address(ticket, 'staff'),
  }
  for (const [text, to] of Object.entries(marks)) {
    const id = await take(
      Buffer.from(
        `From: omar@example.com\r\nTo: ${to}\r\nSubject: x\r\nMessage-ID: <${text.length}@omar>\r\n\r\n${text}`,
      ),
    )
    const done = await web.post('mariam', `/api/v1/inbound-mails/${id}/decide`, { as: 'joined', ticket })
    expect(done.body).toMatchObject({ decision: 'joined', reason: 'byHand', ticket })
  }
  const read = async (who: 'omar' | 'salma') =>
    (await web.get(who, `/api/v1/tickets/${ticket}/conversation`)).body.items.map(
      (item: { text: { texts: { en: { text: string } } } }) => item.text?.texts.en.text,
    )
  expect(await read('omar')).toEqual(expect.arrayContaining(Object.keys(marks)))
  expect(await read('salma')).toEqual(['to the customer'])
})

test('staff on a ticket see why its mails are there, and what is in them; others see nothing', async () => {
  const mail = Buffer.from(
    'From: salma@example.com\r\nSubject: Proof\r\nMessage-ID: <4@x>\r\n\r\nSee here.\r\n\r\nOn Tue, 3 March 2026, Marsa wrote:\r\n> Which?',
  )
  const id = await take(mail)
  const { body } = await web.get('mariam', `/api/v1/inbound-mails/${id}`)
  expect(body).toMatchObject({
    decision: 'newTicket',
    reason: 'oldCustomer',
    isFolded: false,
    hasHtml: false,
    tickets: [],
  })
  const ticket = body.ticket as number
  expect((await web.get('omar', `/api/v1/inbound-mails?ticket=${ticket}`)).body.items).toEqual([])
  expect((await web.get('omar', `/api/v1/inbound-mails/${id}`)).status).toBe(404)
  await web.post('mariam', `/api/v1/tickets/${ticket}/assign`, { group: web.groups.documents, member: web.ids.omar })
  const seen = (await web.get('omar', `/api/v1/inbound-mails?ticket=${ticket}`)).body.items
  expect(seen).toMatchObject([{ id, from: { address: 'salma@example.com' }, message: null }])
  expect((await web.get('omar', `/api/v1/inbound-mails/${id}`)).body.wholeText).toContain('> Which?')
  expect((await web.get('salma', `/api/v1/inbound-mails?ticket=${ticket}`)).status).toBe(403)
  expect((await web.get('salma', `/api/v1/inbound-mails/${id}`)).status).toBe(403)
  expect((await web.get('salma', `/api/v1/inbound-mails/${id}/raw`)).status).toBe(403)
})

test('a mail longer than a text of a ticket may be ended in dots, and nothing said that there is more', async () => {
  const begun = 'From: salma@example.com\r\nSubject: A log\r\nMessage-ID: <4b@x>\r\n\r\n'
  const id = await take(Buffer.from(`${begun}${'a word '.repeat(8_000)}the end`))
  const { body } = await web.get('mariam', `/api/v1/inbound-mails/${id}`)
  expect(body).toMatchObject({ decision: 'newTicket', isFolded: true })
  expect(body.wholeText).toMatch(/the end$/u)
})

test('what waits with a ticket in it is the desk’s to look at, and says who let it in', async () => {
  const ticket = await web.submitted('salma')
  const id = await take(raw('salma@example.com', '5'))
  const waiting = (await web.get('mariam', `/api/v1/inbound-mails/${id}`)).body
  expect(waiting.tickets[0]).toMatchObject({ number: ticket, status: 'open' })
  expect((await web.get('omar', `/api/v1/inbound-mails/${id}`)).status).toBe(404)
  const done = await web.post('mariam', `/api/v1/inbound-mails/${id}/decide`, { as: 'joined', ticket })
  expect(done.body).toMatchObject({ decision: 'joined', decidedBy: { name: 'Mariam Al-Najjar' }, tickets: [] })
})

test('a mail comes back as it came; one that could not be handled is handled again', async () => {
  const mail = raw('salma@example.com', '6')
  const id = await take(mail)
  const answer = await web.get('mariam', `/api/v1/inbound-mails/${id}/raw`)
  expect(answer.body).toBe(mail.toString())
  expect(answer.headers.get('content-disposition')).toContain(`filename="${id}.eml"`)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const again = `/api/v1/inbound-mails/${id}/run-again`
  expect((await web.post('mariam', again)).body.code).toBe('notPossibleNow')
  const failed = { state: 'failed' as const, decision: null, tries: 5, last_error: 'Broken.' }
  await web.database.primary.updateTable('inbound_mail').set(failed).where('id', '=', id).execute()
  expect((await web.post('omar', again)).status).toBe(403)
  expect((await web.post('mariam', again)).body).toMatchObject({ state: 'received', tries: 0 })
  expect((await web.get('mariam', `/api/v1/inbound-mails/${id}`)).body.nextTryAt).not.toBeNull()
})

test('a mail that could not be read was not among those to look at, and there was no end to it', async () => {
  const id = await take(raw('salma@example.com', '7'))
  const toLookAt = async () =>
    (await web.get('mariam', '/api/v1/inbound-mails?toLookAt=true')).body.items.map((item: { id: string }) => item.id)
  expect(await toLookAt()).toContain(id)
  const failed = { state: 'failed' as const, decision: null, tries: 100, last_error: 'Broken.' }
  await web.database.primary.updateTable('inbound_mail').set(failed).where('id', '=', id).execute()
  expect(await toLookAt()).toContain(id)
  const decide = (as: string) => web.post('mariam', `/api/v1/inbound-mails/${id}/decide`, { as })
  expect((await decide('newTicket')).body.code).toBe('notPossibleNow')
  expect((await decide('ignored')).body).toMatchObject({ state: 'done', decision: 'ignored', nextTryAt: null })
  expect(await toLookAt()).not.toContain(id)
})

test('one field that must be filled when a request is sent stopped all that came by mail', async () => {
  const field = { key: 'ship', type: 'short-text', label: 'Ship', required: 'onSubmission' }
  expect((await web.post('adam', '/api/v1/fields', field)).status).toBe(201)
  const request = { title: 'A crane stands still', description: 'Since noon.', language: 'en' }
  expect((await web.post('salma', '/api/v1/tickets', request)).body.errors).toMatchObject([{ field: 'custom.ship' }])
  const plain = Buffer.from('From: salma@example.com\r\nSubject: Crane\r\nMessage-ID: <8@x>\r\n\r\nIt stands still.')
  const { body } = await web.get('mariam', `/api/v1/inbound-mails/${await take(plain)}`)
  expect(body).toMatchObject({ decision: 'newTicket', lastError: null })
  expect((await web.get('mariam', `/api/v1/tickets/${body.ticket}`)).body.custom).toEqual({})
})
