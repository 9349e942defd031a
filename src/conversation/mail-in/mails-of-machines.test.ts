import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { fixture } from '../../channels/email/inbound/testing/fixture.server.ts'
import { openMailDesk, to, written } from './testing/mail-desk.server.ts'

const { desk, db, take, sentMail, messagesOf, countMails, cameBack } = await openMailDesk()
beforeEach(() => {
  desk.box.clock.move(2 * 3_600_000)
  cameBack.length = 0
})
afterAll(() => desk.close())

describe('machines that write to each other end', () => {
  test('an absence note and a mail of ours that comes back to us say nothing on the ticket', async () => {
    const ticket = await desk.inProgress()
    const { messageId } = await sentMail(ticket)
    const seq = (await desk.box.rowOf(ticket)).seq
    const away = await take(fixture('vacation', { 'our-message-id': messageId }))
    expect(away).toMatchObject({ decision: 'ignored', reason: 'autoReply', ticket_number: ticket })
    expect(await take(written({ 'Message-ID': messageId }))).toMatchObject({ decision: 'ignored', reason: 'ownMail' })
    expect((await desk.box.rowOf(ticket)).seq).toBe(seq)
  })

  test('answers that came by an Exchange distribution group were left out without a word, as if a machine had written them', async () => {
    const ticket = await desk.inProgress()
    const by = (suppressed: string) => take(written({ To: to(ticket), 'X-Auto-Response-Suppress': suppressed }))
    expect(await by('DR, OOF, AutoReply')).toMatchObject({ decision: 'joined', ticket_number: ticket })
    // where that line alone says it, somebody looks
    expect(await by('All')).toMatchObject({ decision: 'held', reason: 'automatic', ticket_number: ticket })
  })

  test('a bounce is shown on the mail that it brought back; a bounce of anything else, or a forged one, on none', async () => {
    const ticket = await desk.inProgress()
    const { id, messageId } = await sentMail(ticket)
    expect(await take(fixture('bounce', { 'our-message-id': '<forged@help.example>' }))).toMatchObject({
      decision: 'ignored',
      ticket_number: null,
    })
    expect(await take(fixture('bounce', { 'our-message-id': messageId }))).toMatchObject({
      decision: 'ignored',
      reason: 'bounce',
      ticket_number: ticket,
    })
    expect(cameBack).toEqual([ticket])
    const mail = await db().selectFrom('mail').select(['state', 'last_error']).where('id', '=', id).executeTakeFirst()
    expect(mail).toEqual({ state: 'dead', last_error: 'Came back: smtp; 550 5.1.1 No such user' })
    // staff read it on the ticket, its customer does not; a corrected address, or a mail that went out after all, ends it
    const undelivered = async (who: 'omar' | 'salma') => (await desk.box.seenBy(who, ticket)).undelivered
    expect(await undelivered('omar')).toMatchObject({
      to: 'salma@example.com',
      said: 'Came back: smtp; 550 5.1.1 No such user',
    })
    expect(await undelivered('salma')).toBeNull()
    await db().updateTable('mail').set({ state: 'sent' }).where('id', '=', id).execute()
    expect(await undelivered('omar')).toBeNull()
  })

  test('where a server on the way gave our mails ids of its own, no report brought one back', async () => {
    const ticket = await desk.inProgress()
    const stateOf = async (id: string) =>
      (await db().selectFrom('mail').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
    const report = (receiver: string, failed: string, of = '<rewritten@ses.example>') =>
      take(
        Buffer.from(
          fixture('bounce-exchange', { 'our-message-id': of })
            .toString('latin1')
            .replace(/^(To|Delivered-To):.*$/gimu, `$1: ${receiver}`)
            .replaceAll(/gone@example\.com|salma@example\.com/gu, failed)
            .replace(/^Message-ID: <(?!rewritten)/imu, `Message-ID: <${++nth}`),
          'latin1',
        ),
      )
    let nth = 0
    const [older, { id }] = [await sentMail(ticket), await sentMail(ticket)]
    desk.box.clock.move(1000)
    await report(
      to(ticket).replace(/.@/u, (end) => (end[0] === '0' ? '1@' : '0@')),
      'salma@example.com',
    )
    await report(to(ticket), 'somebody.else@example.com')
    await db()
      .updateTable('mail')
      .set({ sent_at: new Date(0) })
      .where('id', '=', older.id)
      .execute()
    expect([await stateOf(older.id), await stateOf(id)]).toEqual(['sent', 'sent'])
    expect(await report(to(ticket), 'salma@example.com')).toMatchObject({ reason: 'bounce', ticket_number: ticket })
    expect([await stateOf(older.id), await stateOf(id)]).toEqual(['sent', 'dead'])
    expect(cameBack).toEqual([ticket])
  })

  test.each([
    ['bounce-postfix', 'smtp; 550 5.1.1 <gone@example.com>: Recipient address rejected: User unknown'],
    [
      'bounce-exchange',
      'smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient gone@example.com not found by SMTP address lookup',
    ],
    ['bounce-gmail', expect.stringMatching(/^smtp; 550-5\.1\.1 .* typos or 550 5\.1\.1 unnecessary spaces\.$/u)],
    ['bounce-exim', 'Mail delivery failed: returning message to sender'],
    ['bounce-arabic', 'smtp; 550 5.1.1 هذا العنوان غير موجود'],
  ])(
    'a report as %s writes it brings back the mail that it names, is told once and never answered',
    async (name, said) => {
      const ticket = await desk.inProgress()
      const { id, messageId } = await sentMail(ticket)
      const mailsBefore = await countMails()
      const report = fixture(name, { 'our-message-id': messageId })
      const became = { decision: 'ignored', reason: 'bounce', ticket_number: ticket }
      expect(await take(report)).toMatchObject(became)
      expect(await take(report)).toMatchObject(became)
      const again = Buffer.from(report.toString().replace(/^Message-Id: </imu, 'Message-Id: <again-'))
      expect(await take(again)).toMatchObject(became)
      expect(cameBack).toEqual([ticket])
      const mail = await db().selectFrom('mail').select(['state', 'last_error']).where('id', '=', id).executeTakeFirst()
      expect(mail?.state).toBe('dead')
      expect(mail?.last_error?.replace('Came back: ', '')).toEqual(said)
      await desk.told(ticket)
      expect(await countMails()).toBe(mailsBefore)
      expect(await messagesOf(ticket)).toEqual([])
    },
  )

  test.each(['delayed', 'read-receipt', 'absence-without-return-path', 'called-unwanted'])(
    'a mail that arrives, or still may, is not called undelivered: %s',
    async (name) => {
      const ticket = await desk.inProgress()
      const { id, messageId } = await sentMail(ticket)
      expect((await take(fixture(name, { 'our-message-id': messageId }))).decision).toMatch(/^(ignored|held)$/u)
      const mail = await db().selectFrom('mail').select('state').where('id', '=', id).executeTakeFirst()
      expect(mail).toEqual({ state: 'sent' })
      expect(cameBack).toEqual([])
      expect(await messagesOf(ticket)).toEqual([])
    },
  )

  test('another desk that hides what it is: new requests and messages stop at the ladders, and our mails to it at three an hour', async () => {
    const decisions: string[] = []
    for (let round = 0; round < 12; round++) {
      const raw = Buffer.from(fixture('loop').toString().replace('a22@', `loop${round}@`))
      const { decision, reason, ticket_number } = await take(raw)
      decisions.push(decision === 'held' ? reason! : decision!)
      await desk.told(ticket_number ?? -1)
    }
    expect(decisions).toEqual([
      ...Array.from({ length: 5 }, () => 'newTicket'),
      ...Array.from({ length: 7 }, () => 'tooManyFromSender'),
    ])
    const sent = await db().selectFrom('mail').select('state').where('address', '=', 'desk@other.example').execute()
    expect(sent.filter(({ state }) => state !== 'dropped')).toHaveLength(3)
    const ticket = await desk.inProgress()
    const joined: string[] = []
    for (let round = 0; round < 12; round++) joined.push((await take(written({ To: to(ticket) }))).reason!)
    expect(joined.filter((reason) => reason === 'replyMark')).toHaveLength(10)
    expect(joined.at(-1)).toBe('tooManyOnTicket')
  })
})
