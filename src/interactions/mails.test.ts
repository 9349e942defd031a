import { afterAll, beforeEach, expect, test } from 'vitest'
import { openMailing } from './testing/mailing.server.ts'

const mailing = await openMailing()
const { box, sink, flush, act, mailTo } = mailing
beforeEach(async () => {
  await flush()
  sink.mails.length = 0
})
afterAll(() => mailing.close())

test('a mail has one id that nobody can guess, one thread a ticket, no return path, and says that it is automatic', async () => {
  const ticket = await box.submitted()
  await act('assign', 'mariam', ticket, { group: box.groups.documents, member: box.ids.omar })
  await act('reply', 'omar', ticket, { text: 'Which shipment is it?' })
  await flush()
  const [receipt, message] = mailTo('salma')
  expect(sink.to('salma@example.com')[0]!.from).toBe('')
  expect(receipt!.headers.get('auto-submitted')).toBe('auto-generated')
  expect(receipt!.from!.text).toBe('"Marsa Freight" <help@example.com>')
  expect(receipt!.messageId).toMatch(/^<[\w-]{32}@example\.com>$/)
  expect(receipt!.messageId).not.toBe(message!.messageId)
  expect(receipt!.inReplyTo).toBe(message!.inReplyTo)
  expect(message!.references).toBe(message!.inReplyTo)
  expect(new Set(sink.mails.map(({ parsed }) => parsed.inReplyTo)).size).toBe(1)
  const rows = await box.database.primary.selectFrom('mail').select(['message_id', 'state']).execute()
  expect(rows.every(({ state }) => state === 'sent')).toBe(true)
  expect(new Set(rows.map((row) => row.message_id)).size).toBe(rows.length)
})

test('a customer’s mail is in their language and direction, as text and as HTML, with the path and nothing fetched', async () => {
  const ticket = await box.submitted('salma', 'The delivery note cannot be downloaded')
  await act('assign', 'mariam', ticket, { group: box.groups.documents, member: box.ids.omar })
  await act('propose-solution', 'omar', ticket, {
    solution: 'The stamped note is attached.\n\nCustoms accept it <as it is>.',
  })
  await act('approve-solution', 'mariam', ticket)
  await flush()
  const mail = mailTo('salma').at(-1)!
  expect(mail.subject).toBe(`طلبك رقم T-${ticket}\u200F: The delivery note cannot be downloaded\u200F`)
  expect(mail.text).toMatch(new RegExp(`^إجابتنا عن طلبك رقم \u2068T-${ticket}\u2069\n\nمرحبًا`))
  expect(mail.headers.get('content-language')).toBe('ar')
  expect(mail.text).toContain('مرحبًا \u2068Salma Idris\u2069،')
  expect(mail.text).toContain('The stamped note is attached.\n\nCustoms accept it <as it is>.')
  expect(mail.text).toContain(
    `نعم، حُلّ الأمر:\nhttps://help.example.com/tickets/${ticket}?do=accept-solution&of=${ticket}.1`,
  )
  expect(mail.text).toContain('فريق الدعم في \u2068Marsa Freight\u2069')
  // replies are not read: no sentence may promise that they are
  expect(mail.text).toContain('لا تُقرأ الردود على هذه الرسالة')
  expect(mail.text).not.toContain('الرد على هذا البريد')
  const html = mail.html as string
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toContain('<div lang="en" dir="ltr"')
  expect(html).toContain('Customs accept it &lt;as it is&gt;.')
  expect(html).toMatch(/background:#03656c[^]*?الإجابة جاهزة/)
  expect(html).not.toMatch(/<img|<link|<style|url\(|<script/)
  expect(html).toMatch(/align="right"/)
})

test('whose request the desk reopened reads the desk’s reason in the mail; nobody is told their own', async () => {
  const ticket = await box.submitted('pierre', 'The invoice is wrong')
  await act('close', 'mariam', ticket, { reason: 'Solved by telephone.' })
  await act('reopen', 'mariam', ticket, { reason: 'The credit note is still missing.' })
  await flush()
  expect(mailTo('pierre').at(-1)!.text).toContain('The reason: The credit note is still missing.')
  await act('close', 'mariam', ticket, { reason: 'It went out.' })
  await act('reopen', 'pierre', ticket, { reason: 'It has not come.' })
  await flush()
  expect(
    mailTo('pierre')
      .map(({ text }) => text)
      .join(),
  ).not.toContain('It has not come.')
  // past the hour in which an address that is not proven gets three mails
  box.clock.move(2 * 3_600_000)
})

test('staff’s mail is terse: what, next, one button, why; an English reader gets English', async () => {
  const ticket = await box.submitted('pierre', 'See https://evil.example/login now')
  await flush()
  const mail = mailTo('mariam').at(-1)!
  expect(mail.text).toContain(`New ticket T-${ticket}\n\n`)
  expect(mail.subject).toBe(`Ticket T-${ticket}: See https[:]//evil[.]example/login now`)
  expect(mail.text).toContain(`View ticket:\nhttps://help.example.com/tickets/${ticket}`)
  expect(mail.text).toContain('You get this because you are in Support Desk.')
  expect(mail.text).not.toContain('https://evil')
  expect(mail.html).not.toContain('Hello')
})

test('an administrator who stands in for an empty Support Desk was told that they are in it', async () => {
  const desk = [box.ids.mariam, box.ids.lina]
  const activate = (active: boolean) =>
    box.database.primary.updateTable('users').set({ active }).where('id', 'in', desk).execute()
  await activate(false)
  await box.submitted('pierre', 'A crane stands still')
  await flush()
  await activate(true)
  expect(mailTo('adam').at(-1)!.text).toContain(
    'You get this because nobody in Support Desk is active, and you are an administrator.',
  )
})

test('who did not prove their address is neither named nor quoted', async () => {
  const db = box.database.primary
  await db.updateTable('users').set({ email_verified: false }).where('id', '=', box.ids.pierre).execute()
  const ticket = await box.submitted('pierre', 'Buy cheap things')
  await flush()
  await db.updateTable('users').set({ email_verified: true }).where('id', '=', box.ids.pierre).execute()
  const [receipt] = mailTo('pierre')
  expect(receipt!.subject).toBe(`Your request T-${ticket}`)
  expect(receipt!.text).toContain('Hello,')
  expect(receipt!.text).not.toContain('Pierre')
  expect(`${receipt!.text} ${String(receipt!.html)}`).not.toContain('cheap')
  expect(mailTo('mariam').at(-1)!.text).not.toContain('Please help')
})

test('every telling of a whole life goes out in both languages with no empty subject and no brace left', async () => {
  for (const customer of ['salma', 'pierre'] as const) {
    const ticket = await box.submitted(customer)
    await act('assign', 'mariam', ticket, { group: box.groups.documents })
    await act('take', 'omar', ticket)
    await act('give-back', 'omar', ticket, { reason: 'Not mine' })
    await act('take', 'jana', ticket)
    await act('propose-solution', 'jana', ticket, { solution: 'First' })
    await act('return-solution', 'mariam', ticket, { reason: 'Say more' })
    await act('propose-solution', 'jana', ticket, { solution: 'Second' })
    await act('approve-solution', 'mariam', ticket)
    await act('reply', customer, ticket, { text: 'Thinking' })
    await act('note', 'jana', ticket, { text: 'Hm' })
    await act('withdraw-solution', 'jana', ticket, { reason: 'Wrong' })
    await act('propose-solution', 'jana', ticket, { solution: 'Third' })
    await act('approve-solution', 'mariam', ticket)
    await act('decline-solution', customer, ticket, { reason: 'Not quite' })
    await act('propose-solution', 'jana', ticket, { solution: 'Fourth' })
    await act('approve-solution', 'mariam', ticket)
    await act('accept-solution', customer, ticket)
    await act('rate', customer, ticket, { score: 1, comment: 'Slow' })
    await act('reopen', 'mariam', ticket, { reason: 'Once more' })
    await act('close', 'mariam', ticket, { reason: 'Done by telephone' })
    const other = await box.submitted(customer)
    await act('mark-duplicate', 'mariam', other, { original: await box.submitted() })
    const third = await box.submitted(customer)
    await act('cancel', customer, third)
  }
  await flush()
  expect(sink.mails.length).toBeGreaterThan(60)
  for (const { parsed } of sink.mails) {
    expect(parsed.subject).toBeTruthy()
    expect(parsed.text!.length).toBeGreaterThan(40)
    expect(`${parsed.subject} ${parsed.text} ${String(parsed.html)}`).not.toMatch(/\{\{|\}\}|undefined|\[object/)
  }
  const feedback = mailTo('pierre').find(({ text }) => text?.startsWith('How was our help'))!
  expect(feedback.text).toMatch(/5 ★ excellent\nhttps:\/\/help\.example\.com\/tickets\/\d+\?do=rate&score=5&of=\d+\n/)
})

test('all mails of a ticket to one person are one conversation: by References, and by their subject', async () => {
  const ticket = await box.submitted('pierre', 'The gate stays shut')
  await act('assign', 'mariam', ticket, { group: box.groups.documents, member: box.ids.omar })
  await act('reply', 'omar', ticket, { text: 'Which gate?' })
  await flush()
  // a title in another of the reader's words changes no subject any more
  await act('translate', 'omar', ticket, { field: 'title', language: 'ar', text: 'البوابة لا تفتح' })
  await act('translate', 'omar', ticket, { field: 'title', language: 'fr', text: 'Le portail reste fermé' })
  await act('reply', 'pierre', ticket, { text: 'The northern one.' })
  await act('propose-solution', 'omar', ticket, { solution: 'It opens now.' })
  await act('approve-solution', 'mariam', ticket)
  await act('decline-solution', 'pierre', ticket, { reason: 'It does not.' })
  await act('propose-solution', 'omar', ticket, { solution: 'Now it does.' })
  await act('approve-solution', 'mariam', ticket)
  await act('accept-solution', 'pierre', ticket)
  await act('rate', 'pierre', ticket, { score: 1 })
  await act('reopen', 'mariam', ticket, { reason: 'Once more' })
  await flush()
  const conversations = new Map<string, typeof sink.mails>()
  for (const mail of sink.mails) conversations.set(mail.to, [...(conversations.get(mail.to) ?? []), mail])
  expect([...conversations.keys()].toSorted()).toEqual(
    ['lina', 'mariam', 'omar', 'pierre'].map((who) => `${who}@example.com`),
  )
  for (const mails of conversations.values()) {
    expect(mails.length).toBeGreaterThan(2)
    expect(new Set(mails.map(({ parsed }) => [parsed.references].flat()[0])).size).toBe(1)
    expect(new Set(mails.map(({ parsed }) => parsed.messageId)).size).toBe(mails.length)
  }
  const subjects = Object.fromEntries(
    [...conversations].map(([to, mails]) => [to, [...new Set(mails.map(({ parsed }) => parsed.subject))]]),
  )
  expect(subjects).toEqual({
    'pierre@example.com': [`Your request T-${ticket}: The gate stays shut`],
    'omar@example.com': [`Ticket T-${ticket}: The gate stays shut`],
    'mariam@example.com': [`Ticket T-${ticket}: The gate stays shut`],
    'lina@example.com': [`التذكرة T-${ticket}\u200F: The gate stays shut\u200F`],
  })
})
