import { replyAddress } from '../src/channels/email/inbound/reply-address.server.ts'
import { fixture } from '../src/channels/email/inbound/testing/fixture.server.ts'
import { openMailroom, written, writtenWithFiles } from './mails.ts'
import type { PeopledProduct } from './people.ts'
import { secret } from './product.ts'

/** A desk to which mail comes: read mailboxes, mails with each decision, a ticket made of mails, links of mails. */
export async function mailsOfEveryKind({ product, desk, noor, salma, documents }: PeopledProduct) {
  const room = await openMailroom(product)
  const box = { port: 993, security: 'tls', username: 'support', password: 'secret' }
  await desk.call(noor, 'POST', '/api/v1/mailboxes', { ...box, address: 'help@marsa.example', host: '127.0.0.1' })
  await desk.call(noor, 'POST', '/api/v1/mailboxes', {
    ...box,
    address: 'rechnungen@marsa.example',
    host: 'mail.invalid',
    group: documents.id,
  })
  const { items } = await desk.call(noor, 'GET', '/api/v1/mailboxes')
  await desk.call(noor, 'PATCH', `/api/v1/mailboxes/${items[1].id}`, { active: false })
  const old = new Date(Date.now() - 25 * 60_000)
  await room.db.updateTable('mailbox').set({ heard_at: old, state_since: old }).where('active', '=', true).execute()

  const first = await room.take(fixture('inline-image'))
  const ticket = first.ticket_number!
  const to = replyAddress(secret, 'help@marsa.example', ticket)
  const joined = await room.take(
    written(
      { From: 'Salma Idris <salma@example.com>', To: to, Subject: 'رد: طلبك', 'Message-ID': '<v1@example.com>' },
      'رقم الشحنة MF-20418، والصورة مرفقة.\n\nفي الثلاثاء، 3 مارس 2026، كتب Marsa Freight:\n> ما رقم الشحنة؟\n> شكرًا لك.',
    ),
  )
  // a film that is too large for the desk, and a file without a byte
  await desk.call(noor, 'PATCH', '/api/v1/settings', { fileMegabytes: 1 })
  await room.take(
    writtenWithFiles(
      { From: 'Salma Idris <salma@example.com>', To: to, Subject: 'رد: طلبك', 'Message-ID': '<v5@example.com>' },
      'هذا مقطع من المستودع.',
      { 'مقطع من المستودع.mp4': Buffer.alloc(1_500_000, 7), 'delivery-note-of-the-second-parcel.pdf': Buffer.alloc(0) },
    ),
  )
  await desk.call(noor, 'PATCH', '/api/v1/settings', { fileMegabytes: 25 })
  const stranger = { From: 'Thomas Keller <t.keller@example.net>', To: to, Subject: 'WG: Ihr Ticket' }
  await room.take(written({ ...stranger, 'Message-ID': '<v2@example.net>' }, 'Bitte kümmern Sie sich darum.'))
  await room.take(fixture('list-mail'))
  await room.take(fixture('two-froms'))
  await room.take(fixture('french-iso-8859-1'))
  await room.take(fixture('bounce', { 'our-message-id': '<x@help.example>' }))
  const waiting = await room.take(
    written(
      {
        From: 'Salma Idris <salma@example.com>',
        To: 'help@marsa.example',
        Subject: 'Automatic: the delivery note of MF-20418 is still missing',
        'Auto-Submitted': 'auto-generated',
        'Message-ID': '<v3@example.com>',
      },
      'The delivery note of MF-20418 is still missing.',
    ),
  )
  const broken = await room.take(written({ From: 'pierre@example.com', Subject: 'x', 'Message-ID': '<v4@x>' }, 'x'))
  await room.db
    .updateTable('inbound_mail')
    .set({ state: 'failed', decision: null, reason: null, subject: null, from_address: null, ticket_number: null })
    .set({ tries: 5, last_error: 'The file store did not answer.' })
    .where('id', '=', broken.id)
    .execute()
  const link = await room.link(salma.id, ticket)
  const expired = await room.link(salma.id, ticket, 31)
  await room.close()
  return { ticket, joined: joined.id, waiting: waiting.id, broken: broken.id, link, expired }
}
