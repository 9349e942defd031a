import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { fixture } from '../../channels/email/inbound/testing/fixture.server.ts'
import { newId } from '../../server/ids.server.ts'
import { openBlobStore } from '../../server/files/blob-store.server.ts'
import { logoPicture } from '../../settings/logo-picture.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { setLogo } from '../../settings/testing/set-logo.server.ts'
import { changePerson, setPasswordHash } from '../../users/users.write.server.ts'
import { takeInMail, type TakenFrom } from './take-in-mail.server.ts'
import { anyServer, openMailDesk, secret, to, written } from './testing/mail-desk.server.ts'

const ourServer: TakenFrom = { ...anyServer, trustedServer: 'mail.help.example' }
const pass = (domain: string) => `mail.help.example; dkim=pass header.d=${domain}`

const { desk, db, take, sentMail, messagesOf } = await openMailDesk()
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
    expect(mail.raw.equals(fixture(name))).toBe(true)
  })
})

test('what hangs on a mail becomes files of its text, under names for people', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-mail-'))
  const blobs = openBlobStore(folder)
  const id = await takeInMail({ desk: desk.box.desk, secret, blobs }, withFile('../../shot.png'), anyServer)
  const { ticket_number } = await db()
    .selectFrom('inbound_mail')
    .select('ticket_number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { files } = await desk.box.seenBy('salma', ticket_number!)
  expect(files).toEqual([{ id: expect.any(String), name: 'shot.png', type: 'image/png', size: 8, of: 'description' }])
  rmSync(folder, { recursive: true })
})

test('files that came packed, and pictures within the text, are files of the ticket; signatures are none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-mail-'))
  const blobs = openBlobStore(folder)
  const filesOf = async (name: string) => {
    const id = await takeInMail({ desk: desk.box.desk, secret, blobs }, again(fixture(name)), anyServer)
    const mail = await db().selectFrom('inbound_mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    return (await desk.box.seenBy('mariam', mail.ticket_number!)).files.map((file) => [file.name, file.type])
  }
  expect(await filesOf('winmail-dat-arabic')).toEqual([
    ['فاتورة مارس.txt', 'text/plain'],
    ['shot.png', 'image/png'],
  ])
  expect(await filesOf('inline-image')).toEqual([['shot.png', 'image/png']])
  expect(await filesOf('calendar-alone-arabic')).toEqual([['invite.ics', 'text/calendar']])
  expect(await filesOf('signed')).toEqual([])
  rmSync(folder, { recursive: true })
})

/** The same mail written once more, by somebody of its own. */
const again = (raw: Buffer) =>
  Buffer.from(raw.toString('latin1').replace(/^From:.*$/mu, `From: someone${newId()}@example.com`), 'latin1')

test('our own logo, which comes back with what was quoted, is no file of theirs', async () => {
  await setLogo(desk.box, '#e0a030')
  const settings = await readSettings(db())
  const { png } = (await logoPicture(db(), settings, 'mail'))!
  const folder = mkdtempSync(join(tmpdir(), 'sanad-mail-'))
  const part = (name: string, content: Buffer) =>
    `--x\r\nContent-Type: image/png; name="${name}"\r\nContent-ID: <${name}@example.com>\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}\r\n`
  const raw = Buffer.from(
    `From: salma@example.com\r\nSubject: Again\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>See <img src="cid:image002.png@example.com"></p><blockquote><img src="cid:image001.png@example.com"></blockquote>\r\n${part('image001.png', png)}${part('image002.png', png.subarray(0, 40))}--x--\r\n`,
  )
  const id = await takeInMail({ desk: desk.box.desk, secret, blobs: openBlobStore(folder) }, raw, anyServer)
  const mail = await db().selectFrom('inbound_mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const { files } = await desk.box.seenBy('salma', mail.ticket_number!)
  expect(files.map(({ name }) => name)).toEqual(['image002.png'])
  rmSync(folder, { recursive: true })
})

const withFile = (name: string) =>
  Buffer.from(
    `From: salma@example.com\r\nSubject: With a file\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee this.\r\n--x\r\nContent-Type: image/png; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n`,
  )

describe('a mail joins a ticket', () => {
  test('by the mark in the address that it answers to; it is a message and no verdict', async () => {
    const ticket = await desk.offered()
    const mail = await take(
      written({ To: to(ticket) }, 'Yes, solved!\n\nOn Tue, 3 March 2026, Marsa wrote:\n> Did this solve it?'),
    )
    expect(mail).toMatchObject({ decision: 'joined', reason: 'replyMark', ticket_number: ticket, text: 'Yes, solved!' })
    expect(mail.whole_text).toContain('Did this solve it?')
    expect(await desk.box.rowOf(ticket)).toMatchObject({ status: 'responded', answered: true })
    expect((await messagesOf(ticket))[0]).toMatchObject({
      id: mail.message,
      author_id: desk.box.ids.salma,
      side: 'customer',
    })
  })

  test('by the keyed id of the mail that it answers', async () => {
    const ticket = await desk.inProgress()
    const { messageId } = await sentMail(ticket)
    expect(await take(written({ 'In-Reply-To': messageId }))).toMatchObject({
      decision: 'joined',
      reason: 'ownMessageId',
    })
    expect(await take(written({ References: `<x@example.com> ${messageId}` }))).toMatchObject({ decision: 'joined' })
  })

  test('of whoever only writes mails: who answered one of ours is not made to wait an hour for the next on this ticket', async () => {
    const nadia = { From: 'nadia@customer.example' }
    const began = await take(written(nadia))
    const ticket = began.ticket_number!
    await desk.told(ticket)
    const said = async () => {
      await desk.act('reply', 'mariam', ticket, { text: 'Which one?' })
      await desk.told(ticket)
    }
    for (let nth = 0; nth < 3; nth++) await said()
    const waiting = async () => {
      const rows = await db()
        .selectFrom('mail')
        .select(['next_try_at', 'last_error'])
        .where('address', '=', 'nadia@customer.example')
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(({ next_try_at, last_error }) => last_error !== null || next_try_at > desk.box.clock.now())
    }
    expect(await waiting()).toEqual([false, false, false, true])
    expect(await take(written({ ...nadia, To: to(ticket) }))).toMatchObject({ decision: 'joined', reason: 'replyMark' })
    expect(await waiting()).toEqual([false, false, false, false])
    await said()
    expect(await waiting()).toEqual([false, false, false, false, false])
    // another request may be somebody else's, made in their name
    const other = await take(written(nadia))
    await desk.told(other.ticket_number!)
    await desk.act('reply', 'mariam', other.ticket_number!, { text: 'And this?' })
    await desk.told(other.ticket_number!)
    expect((await waiting()).at(-1)).toBe(true)
  })

  test('of a duplicate, which it stays on: old threads keep leading to the right place', async () => {
    const original = await desk.box.submitted('pierre')
    const ticket = await desk.inProgress()
    const { messageId } = await sentMail(ticket)
    await desk.act('mark-duplicate', 'mariam', ticket, { original })
    const answers = [written({ To: to(ticket) }, 'Also mine.'), written({ 'In-Reply-To': messageId }, 'And again.')]
    for (const raw of answers) expect(await take(raw)).toMatchObject({ decision: 'joined', ticket_number: ticket })
    expect(await messagesOf(ticket)).toHaveLength(2)
    expect(await messagesOf(original)).toEqual([])
    expect(await desk.box.rowOf(ticket)).toMatchObject({ status: 'duplicate', duplicate_of: original })
    // its customer takes no part in the original, whatever they know of it
    expect(await take(written({ To: to(original) }))).toMatchObject({ decision: 'held', reason: 'notTakingPart' })
  })

  test('of staff, only where our mail server vouches for them', async () => {
    const ticket = await desk.inProgress()
    const from = { From: 'omar@example.com', To: to(ticket) }
    expect(await take(written(from))).toMatchObject({ decision: 'held', reason: 'staffNotProven' })
    const proven = { 'Authentication-Results': pass('example.com'), ...from }
    expect(await take(written(proven), ourServer)).toMatchObject({ decision: 'joined' })
    expect((await messagesOf(ticket)).map(({ side }) => side)).toEqual(['staff'])
  })

  test('never by a number, a subject, a header or a guessed id', async () => {
    const ticket = await desk.inProgress()
    const seq = (await desk.box.rowOf(ticket)).seq
    const { messageId } = await sentMail(ticket)
    const guesses: Record<string, string>[] = [
      { Subject: `Re: [T-${ticket}] my request` },
      { 'X-Sanad-Ticket': String(ticket), 'X-Sanad-Act': 'accept-solution' },
      { To: `support+r${ticket.toString(36)}@help.example` },
      { To: `support+${ticket}@help.example` },
      { To: to(ticket).replace(/.@/u, (end) => (end[0] === '0' ? '1@' : '0@')) },
      { To: to(ticket + 1).replace(`+r${(ticket + 1).toString(36)}-`, `+r${ticket.toString(36)}-`) },
      { 'In-Reply-To': messageId.replace(/^<./u, (sign) => (sign === '<A' ? '<B' : '<A')) },
      { References: `<ticket-${ticket}@help.example> <${ticket}@help.example>` },
    ]
    for (const guess of guesses) {
      desk.box.clock.move(3_600_001)
      expect([guess, (await take(written(guess))).decision]).toEqual([guess, 'newTicket'])
    }
    expect((await desk.box.rowOf(ticket)).seq).toBe(seq)
  })
})

describe('a mail waits for somebody to look', () => {
  test('with a stolen mark: whom our mail server does not vouch for gets nothing and adds nobody', async () => {
    const ticket = await desk.inProgress()
    const before = await desk.box.rowOf(ticket)
    const mail = await take(fixture('spoofed-with-stolen-token', { 'reply-address': to(ticket) }), ourServer)
    expect(mail).toMatchObject({ decision: 'held', reason: 'senderNotProven', ticket_number: ticket })
    expect(await desk.box.rowOf(ticket)).toEqual(before)
    expect(await db().selectFrom('users').select('id').where('email', '=', 'stranger@evil.example').execute()).toEqual(
      [],
    )
    expect(await desk.told(ticket)).toEqual({})
  })

  test('with a mark, from whoever does not take part: a stranger, another customer, somebody who was taken off it', async () => {
    const ticket = await desk.inProgress()
    for (const From of ['thief@evil.example', 'pierre@example.com', 'tom@example.com'])
      expect([
        From,
        await take(written({ From, To: to(ticket), 'Authentication-Results': pass(From.split('@')[1]!) }), ourServer),
      ]).toEqual([From, expect.objectContaining({ decision: 'held', reason: 'notTakingPart' })])
    expect(await messagesOf(ticket)).toEqual([])
  })

  test('from nobody in particular, from staff, from a list', async () => {
    expect(await take(fixture('two-froms'))).toMatchObject({ decision: 'held', reason: 'noSender' })
    expect(await take(written({ From: 'omar@example.com' }))).toMatchObject({ decision: 'held', reason: 'staffWrote' })
    expect(await take(fixture('list-mail'))).toMatchObject({ decision: 'held', reason: 'list' })
    expect(await take(written({ 'Auto-Submitted': 'auto-generated' }))).toMatchObject({
      decision: 'held',
      reason: 'automatic',
    })
  })
})

test('a mail that cannot be handled is kept, tried five times and then shown; others go on', async () => {
  const broken = { ...desk.box.desk, change: () => Promise.reject(new Error('The database is away.')) }
  const raw = written({})
  for (let tries = 1; tries <= 5; tries++) {
    const id = await takeInMail({ desk: broken, secret }, raw, anyServer)
    const mail = await db().selectFrom('inbound_mail').selectAll().where('id', '=', id).executeTakeFirst()
    expect(mail).toMatchObject({ tries, state: tries < 5 ? 'received' : 'failed', last_error: 'The database is away.' })
  }
  expect(await take(written({ From: 'pierre@example.com' }))).toMatchObject({ decision: 'newTicket' })
})
