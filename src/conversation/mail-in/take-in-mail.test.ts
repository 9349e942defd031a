import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { fixture } from '../../channels/email/inbound/testing/fixture.server.ts'
import { refuseFields } from '../../server/errors/refusal.ts'
import { changePerson, setPasswordHash } from '../../users/users.write.server.ts'
import { beginAgain } from './try-mail.write.server.ts'
import { readMailboxes } from './read-mailboxes.server.ts'
import { takeInMail } from './take-in-mail.server.ts'
import { anyServer, openMailDesk, secret, to, written } from './testing/mail-desk.server.ts'

const { desk, db, take } = await openMailDesk()
beforeEach(() => desk.box.clock.move(2 * 3_600_000))
afterAll(() => desk.close())

const idOf = async (email: string) =>
  (await db().selectFrom('users').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id

describe('a mail becomes a request', () => {
  test('of somebody who wrote before; they are told that it came', async () => {
    const mail = await take(fixture('arabic-windows-1256'))
    expect(mail).toMatchObject({
      state: 'done',
      decision: 'newTicket',
      reason: 'oldCustomer',
      from_address: 'salma@example.com',
    })
    const ticket = await desk.box.rowOf(mail.ticket_number!)
    expect(ticket).toMatchObject({ customer_id: desk.box.ids.salma, status: 'open' })
    expect(ticket.title).toMatchObject({ source: 'ar', texts: { ar: { text: 'إشعار التسليم' } } })
    expect(await desk.told(mail.ticket_number!)).toMatchObject({ 'notify-customer-of-receipt': ['salma'] })
  })

  test('of somebody new: a customer whose address is not proved', async () => {
    const mail = await take(fixture('japanese-iso-2022-jp'))
    expect(mail).toMatchObject({ decision: 'newTicket', reason: 'noMark' })
    const { customer_id } = await desk.box.rowOf(mail.ticket_number!)
    const person = await db().selectFrom('users').selectAll().where('id', '=', customer_id).executeTakeFirst()
    expect(person).toMatchObject({ email: 'sato@example.jp', name: '佐藤', email_verified: false })
  })

  test.each([
    ['arabic-windows-1256', 'ar'],
    ['russian-koi8-r', null],
    ['plain', 'en'],
  ])(
    'of somebody new, answered in the language that they wrote where it is one of ours: %s',
    async (name, language) => {
      const raw = fixture(name)
        .toString('latin1')
        .replace(/^From:.*(\n .*)*$/mu, `From: new-${name}@example.com`)
      const mail = await take(Buffer.from(raw, 'latin1'))
      const { customer_id } = await desk.box.rowOf(mail.ticket_number!)
      const person = await db().selectFrom('users').selectAll().where('id', '=', customer_id).executeTakeFirst()
      expect(person).toMatchObject({ email: `new-${name}@example.com`, language })
    },
  )

  test('of somebody whose language was guessed from a mail, answered in the one they wrote last', async () => {
    const from = { From: 'between-two@example.com' }
    const languageNow = async () =>
      (await db().selectFrom('users').select('language').where('email', '=', from.From).executeTakeFirstOrThrow())
        .language
    const first = await take(written({ ...from, Subject: 'Delivery' }, 'أين شحنتي؟ أنتظرها منذ يوم الأحد في الرياض.'))
    expect(await languageNow()).toBe('ar')
    await take(written({ ...from, Subject: 'Re: Delivery', To: to(first.ticket_number!) }, 'OK'))
    expect(await languageNow()).toBe('ar')
    const english = 'Please tell me also where the invoice of my last order is.'
    await take(written({ ...from, Subject: 'Another question' }, english))
    expect(await languageNow()).toBe('en')
    await changePerson(db(), await idOf(from.From), { language: 'ar' }, desk.box.clock.now())
    await take(written({ ...from, Subject: 'One more question' }, english))
    expect(await languageNow()).toBe('ar')
  })

  test('of somebody who signs in, answered in their language whatever they write', async () => {
    const from = { From: 'signs-in@example.com' }
    await take(written({ ...from, Subject: 'Delivery' }, 'أين شحنتي؟ أنتظرها منذ يوم الأحد في الرياض.'))
    await setPasswordHash(db(), await idOf(from.From), 'a hash', desk.box.clock.now())
    await take(written({ ...from, Subject: 'Invoice' }, 'Please tell me where the invoice of my last order is.'))
    const { language } = await db()
      .selectFrom('users')
      .select('language')
      .where('email', '=', from.From)
      .executeTakeFirstOrThrow()
    expect(language).toBe('ar')
  })

  test('once, however often and by however many ways it comes', async () => {
    const raw = written({ Received: 'by one' })
    const again = Buffer.from(raw.toString().replace('by one', 'by another'))
    const taken = await Promise.all([raw, again, raw, again, raw].map((each) => take(each)))
    expect(new Set(taken.map((mail) => mail.ticket_number)).size).toBe(1)
    expect(new Set(taken.map((mail) => mail.id)).size).toBe(1)
  })

  test('also where another borrowed its Message-ID to keep it out', async () => {
    const first = await take(written({ 'Message-ID': '<same@example.com>', From: 'thief@evil.example' }, 'Squatting.'))
    const second = await take(written({ 'Message-ID': '<same@example.com>' }, 'The real one.'))
    expect([first.decision, second.decision]).toEqual(['newTicket', 'newTicket'])
    expect(second.ticket_number).not.toBe(first.ticket_number)
  })

  test('of a thread that was going on between others: only what stood above it was taken', async () => {
    const thread = 'From: Port <port@cust.example>\nSent: Tuesday\nTo: Salma\nSubject: shipment\n\nMSKU 4711 is held.'
    const mail = await take(written({ Subject: 'RE: shipment' }, `See below.\n\n-- \nSalma\n\n${thread}`))
    const { description } = await desk.box.rowOf(mail.ticket_number!)
    expect(description.texts.en?.text).toBe(`See below.\n\n${thread}`)
    // and nothing of it is folded away as quoted
    expect(mail.text).toBe(description.texts.en?.text)
  })

  test('with the group of its mailbox', async () => {
    const mail = await take(written({}), { ...anyServer, group: desk.box.groups.billing })
    expect(await desk.box.rowOf(mail.ticket_number!)).toMatchObject({ group_id: desk.box.groups.billing })
  })

  test.each([
    'html-only',
    'broken-mime',
    'inline-image',
    'winmail-dat',
    'winmail-dat-arabic',
    'calendar-invite',
    'calendar-alone-arabic',
    'signed',
    'signed-in-one-piece',
    'french-iso-8859-1',
    'undeclared-utf-8',
    'format-flowed',
    'chinese-gb18030',
    'hostile-html',
  ])('whatever it is made of: %s', async (name) => {
    const mail = await take(fixture(name))
    expect(mail.decision).toBe('newTicket')
    expect(mail.raw!.equals(fixture(name))).toBe(true)
  })
})

test('a mail that cannot be handled is kept, shown after five tries, and tried on for a day; others go on', async () => {
  const broken = { ...desk.box.desk, change: () => Promise.reject(new Error('The database is away.')) }
  const raw = written({})
  const troubles: unknown[] = []
  const onTrouble = (error: unknown) => troubles.push(error)
  for (let tries = 1; tries <= 5; tries++) {
    const id = await takeInMail({ desk: broken, secret, onTrouble }, raw, anyServer)
    const mail = await db().selectFrom('inbound_mail').selectAll().where('id', '=', id).executeTakeFirst()
    expect(mail).toMatchObject({ tries, state: tries < 5 ? 'received' : 'failed', last_error: 'The database is away.' })
    const pause = mail!.next_try_at!.getTime() - desk.box.clock.now().getTime()
    expect(pause).toBeGreaterThan(10_000 * 2 ** (tries - 1))
    expect(pause).toBeLessThan(20_000 * 2 ** (tries - 1))
  }
  // told once, and nothing of what the mail or the error says
  expect(troubles.map(String)).toEqual([expect.stringMatching(/could not be handled: [\da-f-]{36}, Error$/u)])
  expect(await take(written({ From: 'pierre@example.com' }))).toMatchObject({ decision: 'newTicket' })

  desk.box.clock.move(25 * 3_600_000)
  const id = await takeInMail({ desk: broken, secret }, raw, anyServer)
  const givenUp = await db().selectFrom('inbound_mail').selectAll().where('id', '=', id).executeTakeFirst()
  expect(givenUp).toMatchObject({ state: 'failed', tries: 6, next_try_at: null })
  expect(await beginAgain(db(), id!, desk.box.clock.now())).toBe(true)
  expect(await take(raw)).toMatchObject({ state: 'done', decision: 'newTicket', next_try_at: null, last_error: null })
})

test('a refused mail said that fields are wrong, and not which', async () => {
  const refusing = { ...desk.box.desk, change: async () => refuseFields({ field: 'custom.ship', code: 'required' }) }
  const id = (await takeInMail({ desk: refusing, secret }, written({}), anyServer))!
  const { last_error } = await db()
    .selectFrom('inbound_mail')
    .select('last_error')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(last_error).toBe('invalidFields: custom.ship (required)')
})

test('a mail that came while the disk was full was given up after a minute', async () => {
  const full = { ...desk.box.desk, change: () => Promise.reject(new Error('ENOSPC')) }
  const raw = written({ Subject: 'While the disk was full' })
  const id = (await takeInMail({ desk: full, secret }, raw, anyServer))!
  for (let tries = 0; tries < 7; tries++) await takeInMail({ desk: full, secret }, raw, anyServer)
  const mail = () => db().selectFrom('inbound_mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const reading = readMailboxes({ desk: desk.box.desk, secret, onTrouble: () => {}, lookSeconds: 0.05 })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await mail()).toMatchObject({ state: 'failed', tries: 8 })
  desk.box.clock.move(20 * 60_000)
  await expect.poll(mail, { interval: 50 }).toMatchObject({ state: 'done', decision: 'newTicket' })
  await reading.stop()
})
