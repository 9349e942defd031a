import { afterAll, beforeEach, expect, test } from 'vitest'
import { sendDue } from '../channels/email/outbox.server.ts'
import { replyAddress } from '../channels/email/inbound/reply-address.server.ts'
import { newId } from '../server/ids.server.ts'
import { runTelling } from './run-telling.server.ts'
import { openMailing } from './testing/mailing.server.ts'

const mailing = await openMailing()
const { box, sink, parts, flush, act } = mailing
const secret = 'a secret'
const general = { address: 'help@example.com', plus: true }
beforeEach(async () => {
  await flush()
  sink.mails.length = 0
})
afterAll(() => mailing.close())

test('where answers are read a mail server can say that a mail did not arrive; the confirmation brings nothing back', async () => {
  const ticket = await box.submitted()
  await act('assign', 'mariam', ticket, { group: box.groups.documents, member: box.ids.omar })
  await act('reply', 'omar', ticket, { text: 'Which shipment is it?' })
  await told(general)
  const [receipt, message] = sink.to('salma@example.com')
  expect(receipt!.from).toBe('')
  expect(message!.from).toBe(replyAddress(secret, general.address, ticket))
  expect(message!.parsed.replyTo!.text).toBe(message!.from)
  // Exchange sends no report of a mail that wants none of its answers
  const suppressed = [receipt, message].map((mail) => mail!.parsed.headers.get('x-auto-response-suppress'))
  expect(suppressed).toEqual(['All', 'DR, RN, NRN, OOF, AutoReply'])
})

test('who wrote to one of several mailboxes is answered from that one, as long as it is read', async () => {
  const ticket = await box.submitted()
  const mailbox = await cameBy('billing@example.com', ticket)
  await act('assign', 'mariam', ticket, { group: box.groups.documents, member: box.ids.omar })
  await act('reply', 'omar', ticket, { text: 'Which invoice is it?' })
  await told(general)
  const own = replyAddress(secret, 'billing@example.com', ticket)
  expect(sink.to('salma@example.com').map(({ parsed }) => parsed.replyTo?.text)).toEqual([own, own])
  await box.database.primary.updateTable('mailbox').set({ active: false }).where('id', '=', mailbox).execute()
  await act('reply', 'omar', ticket, { text: 'Of which month?' })
  await told(general)
  expect(sink.to('salma@example.com').at(-1)!.parsed.replyTo?.text).toBe(replyAddress(secret, general.address, ticket))
})

/** The tellings go out while answers are read. */
async function told(repliesTo: typeof general): Promise<void> {
  for (const telling of box.tellings.splice(0)) await runTelling(box.desk, telling)
  const sending = parts()
  await sendDue({ ...sending, sender: { ...sending.sender, repliesTo } })
}

async function cameBy(address: string, ticket: number): Promise<string> {
  const [mailbox, at] = [newId(), box.clock.now()]
  const line = {
    host: 'mail.invalid',
    port: 993,
    security: 'tls',
    username: 'x',
    sealed: 'x',
    folder: 'INBOX',
  } as const
  await box.database.primary
    .insertInto('mailbox')
    .values({
      id: mailbox,
      address,
      ...line,
      active: true,
      state: 'reading',
      state_since: at,
      heard_at: at,
      created_at: at,
    } as never)
    .execute()
  await box.database.primary
    .insertInto('inbound_mail')
    .values({
      ...{ id: newId(), mailbox_id: mailbox, raw: Buffer.from('x'), hash: address, received_at: at },
      ...{ state: 'done', decision: 'newTicket', ticket_number: ticket },
    } as never)
    .execute()
  return mailbox
}
