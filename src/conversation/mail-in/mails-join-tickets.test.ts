import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { fixture } from '../../channels/email/inbound/testing/fixture.server.ts'
import { keepDraft } from '../../entities/ticket/draft.write.server.ts'
import { writingOf } from '../writing/writing.server.ts'
import { mailsFor } from './read-inbound-mail.server.ts'
import { type TakenFrom } from './take-in-mail.server.ts'
import { threadIdOf } from '../../channels/email/message-id.server.ts'
import { anyServer, openMailDesk, secret, to, written } from './testing/mail-desk.server.ts'

const ourServer: TakenFrom = { ...anyServer, trustedServer: 'mail.help.example' }
const pass = (domain: string) => `mail.help.example; dkim=pass header.d=${domain}`

const { desk, db, take, sentMail, messagesOf, countMails } = await openMailDesk()
beforeEach(() => desk.box.clock.move(2 * 3_600_000))
afterAll(() => desk.close())

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

  test('and what its writer has begun on the page is not lost', async () => {
    const ticket = await desk.offered()
    const begun = { ticket, person: desk.box.ids.salma, kind: 'reply' } as const
    const draft = { text: 'There is one more thing', files: [], at: desk.box.clock.now() }
    await keepDraft(db(), begun, draft)
    expect(await take(written({ To: to(ticket) }, 'Yes, solved!'))).toMatchObject({ decision: 'joined' })
    const { drafts } = await writingOf(db(), { ticket, person: desk.box.ids.salma })
    expect(drafts).toMatchObject([{ kind: 'reply', text: 'There is one more thing' }])
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

  test('by the thread in which our mails are, where a server on the way gave them ids of its own', async () => {
    const ticket = await desk.inProgress()
    const thread = threadIdOf({ secret, host: 'help.example' }, ticket)
    const answer = { 'In-Reply-To': '<rewritten@ses.example>', References: `${thread} <rewritten@ses.example>` }
    const Subject = `Re: [T-${ticket}] Parcel 8`
    const joined = { decision: 'joined', reason: 'ownMessageId', ticket_number: ticket }
    expect(await take(written({ ...answer, Subject }))).toMatchObject(joined)
    // whose word it told of nobody knows: what staff answer is not for the customer
    const staff = { From: 'omar@example.com', 'Authentication-Results': pass('example.com') }
    const note = await take(written({ ...answer, ...staff, Subject }), ourServer)
    expect(note).toMatchObject(joined)
    expect((await messagesOf(ticket)).map(({ side, kind }) => [side, kind])).toEqual([
      ['customer', 'reply'],
      ['staff', 'note'],
    ])
    for (const other of [{ Subject: `Re: [T-${ticket + 1}] Parcel 8` }, { Subject, References: '<x@help.example>' }]) {
      desk.box.clock.move(3_600_001)
      expect(await take(written({ ...answer, ...other }))).toMatchObject({ decision: 'newTicket' })
    }
  })

  test('an answer about a ticket of days that a backup did not have was held where nobody saw it', async () => {
    const gone = 900_001
    const mail = await take(written({ To: to(gone), Subject: 'The lost days' }))
    expect(mail).toMatchObject({ decision: 'newTicket', reason: 'oldCustomer', ticket_number: expect.any(Number) })
    expect(mail.ticket_number).not.toBe(gone)
    // as it was written down before
    const held = { decision: 'held', reason: 'notTakingPart', ticket_number: gone } as const
    await db().updateTable('inbound_mail').set(held).where('id', '=', mail.id).execute()
    const seen = async (name: 'mariam' | 'omar') =>
      (await mailsFor(db(), await desk.box.person(name)).execute()).filter(({ id }) => id === mail.id).length
    expect([await seen('mariam'), await seen('omar')]).toEqual([1, 0])
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

  test('forged in the name of a customer: it begins nothing, mails them nothing, and leaves them their own hour', async () => {
    const mailsBefore = await countMails()
    const languageOf = () =>
      db().selectFrom('users').select('language').where('id', '=', desk.box.ids.salma).executeTakeFirst()
    const language = await languageOf()
    const forged = { 'Authentication-Results': 'mail.help.example; dmarc=fail header.from=example.com' }
    for (let nth = 0; nth < 25; nth++)
      expect(
        await take(written({ ...forged, Subject: 'Buy pills' }, 'Achetez nos pilules ici.'), ourServer),
      ).toMatchObject({
        decision: 'held',
        reason: 'senderNotProven',
        ticket_number: null,
      })
    expect(await languageOf()).toEqual(language)
    expect(await countMails()).toBe(mailsBefore)
    const genuine = { 'Authentication-Results': pass('example.com') }
    expect(await take(written(genuine), ourServer)).toMatchObject({ decision: 'newTicket', reason: 'oldCustomer' })
    // one of the staff is not said to have written it
    expect(await take(written({ ...forged, From: 'omar@example.com' }), ourServer)).toMatchObject({
      decision: 'held',
      reason: 'senderNotProven',
    })
  })

  test('never a stranger’s, who has nothing to lose, nor anybody’s where no mail server is trusted', async () => {
    const newTicket = { decision: 'newTicket' }
    const stranger = { From: 'nobody-yet@evil.example' }
    for (let nth = 0; nth < 2; nth++) expect(await take(written(stranger), ourServer)).toMatchObject(newTicket)
    expect(await take(written({}))).toMatchObject(newTicket)
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
