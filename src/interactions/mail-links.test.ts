import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeMail, type RepliesTo } from '../channels/email/compose.server.ts'
import { takeInMail } from '../conversation/mail-in/take-in-mail.server.ts'
import { threadIdOf } from '../channels/email/message-id.server.ts'
import { replyAddress, markIn } from '../channels/email/inbound/reply-address.server.ts'
import type { Mail } from '../channels/email/mail.ts'
import { openTellingDesk } from '../testing/told.server.ts'
import { openTicketLinks, mintLinks } from '../users/ticket-links/ticket-links.server.ts'
import { prepareMail } from './testing/prepare-one.server.ts'

const secret = 'a secret for mails, long enough to be one'
const settings = { publicUrl: 'https://help.example.com', repliesAreRead: true, mint: mintLinks(secret) }

let desk: Awaited<ReturnType<typeof openTellingDesk>>
beforeAll(async () => {
  desk = await openTellingDesk()
})
afterAll(() => desk.close())

async function preparedFor(who: 'salma' | 'mariam', interaction: string) {
  const mail = await desk.box.database.primary
    .selectFrom('mail')
    .selectAll()
    .where('recipient_id', '=', desk.box.ids[who])
    .where('interaction', '=', interaction)
    .executeTakeFirstOrThrow()
  const prepared = await prepareMail(desk.box.desk, settings, mail)
  if (prepared === 'dropped') throw new Error('dropped')
  return { ...prepared, mail: mail as Mail }
}

test('a customer’s mail opens their request without a password; what stays here to be read does not', async () => {
  const ticket = await desk.inProgress()
  await desk.act('propose-solution', 'omar', ticket, { solution: 'It is attached.' })
  await desk.act('approve-solution', 'mariam', ticket)
  await desk.told(ticket)
  const { words, kept } = await preparedFor('salma', 'tell-customer-of-solution')
  const [, token] = /https:\/\/help\.example\.com\/t\/([\w-]+)\?do=accept-solution/u.exec(words.text) ?? []
  const links = openTicketLinks({ database: desk.box.database, secret, clock: desk.box.clock })
  expect((await links.known(desk.box.database.primary, token!))?.link.ticket).toBe(ticket)
  expect(words.html).toContain(`/t/${token}?do=decline-solution`)
  for (const text of [kept?.text, kept?.html]) {
    expect(text).not.toContain('/t/')
    expect(text).toContain(`/tickets/${ticket}?do=accept-solution`)
  }
})

test('the yes of an older mail accepted an answer that its reader had not seen: each mail names its own', async () => {
  const answer = async (ticket: number, solution: string) => {
    await desk.act('propose-solution', 'omar', ticket, { solution })
    await desk.act('approve-solution', 'mariam', ticket)
    await desk.told()
  }
  /** What the buttons of every mail about a ticket are about, in the order in which they went out. */
  const about = async (ticket: number, action: string) => {
    const mails = await desk.box.database.primary
      .selectFrom('mail')
      .selectAll()
      .where('ticket_number', '=', ticket)
      .orderBy('id')
      .execute()
    const texts: string[] = []
    for (const mail of mails) {
      const prepared = await prepareMail(desk.box.desk, settings, mail)
      if (prepared !== 'dropped') texts.push(prepared.words.text)
    }
    return texts.flatMap((text) => new RegExp(`[?]do=${action}&of=([0-9.]+)$`, 'mu').exec(text)?.[1] ?? [])
  }
  const [first, second] = [await desk.inProgress(), await desk.inProgress()]
  const joined = await desk.box.submitted('pierre')
  await desk.act('mark-duplicate', 'mariam', joined, { original: first })
  await answer(first, 'The first.')
  await desk.act('withdraw-solution', 'omar', first, { reason: 'It is another one.' })
  await answer(first, 'The second.')
  await answer(second, 'Another one’s.')
  await desk.act('mark-duplicate', 'mariam', first, { original: second })
  await desk.told()
  const mailed = [`${first}.1`, `${first}.2`, `${second}.1`]
  expect(await about(first, 'accept-solution')).toEqual(mailed)
  expect(await about(first, 'decline-solution')).toEqual(mailed)
  expect(await about(joined, 'accept-solution')).toEqual(mailed)

  const closings: string[] = []
  for (const reason of ['By telephone.', 'By telephone again.']) {
    await desk.act('close', 'mariam', second, { reason })
    closings.push(String((await desk.box.rowOf(second)).closed_at!.getTime()))
    await desk.act('reopen', 'mariam', second, { reason: 'It is back.' })
  }
  await desk.told()
  expect(await about(second, 'rate&score=5')).toEqual(closings)
})

test('staff sign in: their mails have no such link', async () => {
  const ticket = await desk.box.submitted()
  await desk.told(ticket)
  const { words } = await preparedFor('mariam', 'notify-desk-of-new-ticket')
  expect(words.text).not.toContain('/t/')
  expect(words.text).toContain('/tickets/')
})

test('where answers are read they come to an address that only we can make; where not, to none', async () => {
  const ticket = await desk.box.submitted()
  await desk.told(ticket)
  const { words, mail } = await preparedFor('salma', 'notify-customer-of-receipt')
  const sender = { secret, host: 'help.example', from: 'Help <help@help.example>' }
  const sent = async (repliesTo: RepliesTo | null) =>
    (await composeMail({ ...mail, ticket_number: ticket }, words, { ...sender, repliesTo }, new Date())).toString()
  const [, address] = /^Reply-To: (\S+)\r$/mu.exec(await sent({ address: 'support@help.example', plus: true })) ?? []
  expect(markIn(secret, [address!])).toEqual({ ticket, reaches: 'everyone' })
  // where the mail server delivers no such address, to the mailbox itself: the id of the mail leads back
  expect(await sent({ address: 'support@help.example', plus: false })).toMatch(/^Reply-To: support@help.example\r$/mu)
  expect(await sent(null)).not.toMatch(/^Reply-To/mu)
})

test('what we send stands in the conversation that the customer’s mail program shows', async () => {
  const raw = (id: string, headers = '') =>
    Buffer.from(
      `From: salma@example.com\r\nSubject: Where is it?\r\nMessage-ID: <${id}@example.com>\r\n${headers}\r\nHello.`,
    )
  const take = async (mail: Buffer) => {
    const from = { id: null, group: null, trustedServer: null }
    const id = await takeInMail({ desk: desk.box.desk, secret }, mail, from)
    const found = desk.box.database.primary.selectFrom('inbound_mail').select('ticket_number').where('id', '=', id)
    return (await found.executeTakeFirstOrThrow()).ticket_number!
  }
  const ticket = await take(raw('first'))
  await desk.told(ticket)
  const sender = { secret, host: 'help.example', from: 'Help <help@help.example>' }
  const headersOf = async (interaction: string) => {
    const mail = await desk.box.database.primary
      .selectFrom('mail')
      .selectAll()
      .where('ticket_number', '=', ticket)
      .where('interaction', '=', interaction)
      .executeTakeFirstOrThrow()
    const prepared = await prepareMail(desk.box.desk, settings, mail)
    if (prepared === 'dropped') throw new Error('dropped')
    const composed = await composeMail(mail, { ...prepared.words, answers: prepared.answers }, sender, new Date())
    const text = composed.toString().replaceAll('\r\n ', ' ')
    return [/^In-Reply-To: (.*)\r$/mu.exec(text)?.[1], /^References: (.*)\r$/mu.exec(text)?.[1]]
  }
  const thread = threadIdOf(sender, ticket)
  expect(await headersOf('notify-customer-of-receipt')).toEqual([
    '<first@example.com>',
    `${thread} <first@example.com>`,
  ])
  const to = replyAddress(secret, 'support@help.example', ticket)
  expect(await take(raw('second', `To: ${to}\r\n`))).toBe(ticket)
  await desk.act('assign', 'mariam', ticket, { group: desk.box.groups.documents, member: desk.box.ids.omar })
  await desk.act('reply', 'omar', ticket, { text: 'It is here.' })
  await desk.told(ticket)
  expect(await headersOf('tell-customer-of-reply')).toEqual([
    '<second@example.com>',
    `${thread} <first@example.com> <second@example.com>`,
  ])
  // staff's mails keep to the thread of ours
  expect(await headersOf('notify-desk-of-new-ticket')).toEqual([thread, thread])
})
