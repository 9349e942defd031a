import { afterAll, beforeEach, expect, test } from 'vitest'
import { keepDraft } from '../../entities/ticket/draft.write.server.ts'
import { composeMail } from '../../channels/email/compose.server.ts'
import { messageIdOf } from '../../channels/email/message-id.server.ts'
import { prepareMail } from '../../interactions/testing/prepare-one.server.ts'
import type { Character } from '../../testing/cast.server.ts'
import { writingOf } from '../writing/writing.server.ts'
import { type TakenFrom } from './take-in-mail.server.ts'
import { anyServer, openMailDesk, secret, to, written } from './testing/mail-desk.server.ts'

const ourServer: TakenFrom = { ...anyServer, trustedServer: 'mail.help.example' }
const host = 'help.example'
const settings = { publicUrl: 'https://help.example', repliesAreRead: true }

const { desk, db, take, messagesOf } = await openMailDesk()
beforeEach(() => desk.box.clock.move(2 * 3_600_000))
afterAll(() => desk.close())

/** What somebody was mailed last of this kind, as it went out, where answers have addresses of their own or have not. */
async function mailed(who: Character, interaction: string, plus = true) {
  const mail = await db()
    .selectFrom('mail')
    .selectAll()
    .where('recipient_id', '=', desk.box.ids[who])
    .where('interaction', '=', interaction)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
  const message_id = messageIdOf({ secret, host }, mail.id)
  await db().updateTable('mail').set({ message_id }).where('id', '=', mail.id).execute()
  const prepared = await prepareMail(desk.box.desk, settings, mail)
  if (prepared === 'dropped') throw new Error('dropped')
  const { words, reaches } = prepared
  const sender = { secret, host, from: `Help <help@${host}>`, repliesTo: { address: `support@${host}`, plus } }
  const sent = (await composeMail(mail, { ...words, reaches }, sender, new Date())).toString()
  return { message_id, replyTo: /^Reply-To: (\S+)\r$/mu.exec(sent)![1]!, text: words.text }
}

/** Written by one of the staff, vouched for by our mail server. */
const by = (who: Character, headers: Record<string, string>, text = 'He is a difficult one.') =>
  take(
    written(
      {
        From: `${who}@example.com`,
        'Authentication-Results': 'mail.help.example; dkim=pass header.d=example.com',
        ...headers,
      },
      text,
    ),
    ourServer,
  )

const kinds = async (ticket: number) => (await messagesOf(ticket)).map(({ kind, side }) => `${side} ${kind}`).toSorted()

test('who answered a mail about a note wrote to the customer', async () => {
  const ticket = await desk.inProgress()
  await desk.act('note', 'mariam', ticket, { text: 'Not before Friday, between us.' })
  await desk.told(ticket)
  const { replyTo, text } = await mailed('omar', 'tell-staff-of-reply')
  expect(text).toContain('If you reply to this e-mail, your answer becomes a note; the customer does not see it.')
  // some mail programs leave out what they answer
  const mail = await by('omar', { To: replyTo })
  expect(mail).toMatchObject({ decision: 'joined', reason: 'replyMark', ticket_number: ticket })
  expect(await kinds(ticket)).toEqual(['staff note', 'staff note'])
  expect((await messagesOf(ticket)).map(({ id }) => id)).toContain(mail.message)
  expect(await desk.told(ticket)).toEqual({ 'tell-staff-of-reply (note)': ['mariam'] })
})

test('a note by mail leaves the note that its writer has begun on the page', async () => {
  const ticket = await desk.inProgress()
  await desk.act('note', 'mariam', ticket, { text: 'Between us.' })
  await desk.told(ticket)
  const begun = { ticket, person: desk.box.ids.omar, kind: 'note' } as const
  await keepDraft(db(), begun, { text: 'What I think', files: [], at: desk.box.clock.now() })
  const { replyTo } = await mailed('omar', 'tell-staff-of-reply')
  expect(await by('omar', { To: replyTo })).toMatchObject({ decision: 'joined' })
  expect((await writingOf(db(), begun)).drafts).toMatchObject([{ kind: 'note', text: 'What I think' }])
})

test('who answered a mention, a review or an assignment wrote to the customer', async () => {
  const ticket = await desk.box.submitted()
  await desk.act('assign', 'mariam', ticket, { group: desk.box.groups.documents, member: desk.box.ids.omar })
  await desk.act('note', 'omar', ticket, { text: `[@Jana](mention:${desk.box.ids.jana}) look, please.` })
  await desk.act('propose-solution', 'omar', ticket, { solution: 'It is attached.' })
  await desk.told(ticket)
  const answered = [
    await mailed('omar', 'notify-representative-of-assignment'),
    await mailed('jana', 'tell-person-of-mention'),
    await mailed('mariam', 'notify-desk-to-review-solution'),
  ]
  const who: Character[] = ['omar', 'jana', 'mariam']
  for (const [nth, { replyTo }] of answered.entries())
    expect(await by(who[nth]!, { To: replyTo })).toMatchObject({ decision: 'joined', ticket_number: ticket })
  expect(await kinds(ticket)).toEqual(Array.from({ length: 4 }, () => 'staff note'))
})

test('where answers have no address of their own, and to mails of before, the mail that is answered says it', async () => {
  const ticket = await desk.inProgress()
  await desk.act('note', 'mariam', ticket, { text: 'Between us.' })
  await desk.told(ticket)
  const { message_id, replyTo } = await mailed('omar', 'tell-staff-of-reply', false)
  expect(replyTo).toBe('support@help.example')
  expect(await by('omar', { To: replyTo, 'In-Reply-To': message_id })).toMatchObject({ reason: 'ownMessageId' })
  expect(await by('omar', { To: to(ticket), 'In-Reply-To': message_id })).toMatchObject({ reason: 'replyMark' })
  expect(await kinds(ticket)).toEqual(Array.from({ length: 3 }, () => 'staff note'))
})

test('an answer to the customer’s own word still goes out to them', async () => {
  const ticket = await desk.inProgress()
  await desk.act('note', 'mariam', ticket, { text: 'Between us.' })
  await desk.act('reply', 'salma', ticket, { text: 'Is it here?' })
  await desk.told(ticket)
  const { replyTo, text, message_id } = await mailed('omar', 'tell-staff-of-reply')
  expect(text).toContain('If you reply to this e-mail, your answer goes to the customer.')
  expect(replyTo).toBe(to(ticket))
  expect(await by('omar', { To: replyTo }, 'It is.')).toMatchObject({ decision: 'joined' })
  expect(await by('omar', { To: replyTo, 'In-Reply-To': message_id }, 'Really.')).toMatchObject({ decision: 'joined' })
  const plain = { To: 'support@help.example', References: `<first@example.com> ${message_id}` }
  expect(await by('omar', plain, 'Yes.')).toMatchObject({ decision: 'joined', reason: 'ownMessageId' })
  expect(await kinds(ticket)).toEqual(['customer reply', 'staff note', 'staff reply', 'staff reply', 'staff reply'])
  expect(await desk.told(ticket)).toMatchObject({ 'tell-customer-of-reply': ['salma', 'salma', 'salma'] })
})

test('a customer who has the address of a note from a mail that was sent on writes a message all the same', async () => {
  const ticket = await desk.inProgress()
  await desk.act('note', 'mariam', ticket, { text: 'Between us.' })
  await desk.told(ticket)
  const { replyTo } = await mailed('omar', 'tell-staff-of-reply')
  expect(await take(written({ To: replyTo }, 'What is this?'))).toMatchObject({ decision: 'joined' })
  expect(await kinds(ticket)).toEqual(['customer reply', 'staff note'])
})
