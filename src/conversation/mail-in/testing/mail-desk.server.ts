import { replyAddress } from '../../../channels/email/inbound/reply-address.server.ts'
import { messageIdOf } from '../../../channels/email/message-id.server.ts'
import { newId } from '../../../server/ids.server.ts'
import { openTellingDesk } from '../../../testing/told.server.ts'
import { takeInMail, type TakenFrom } from '../take-in-mail.server.ts'

export const secret = 'a secret for mails'
export const anyServer: TakenFrom = { id: null, group: null, trustedServer: null }
export const to = (ticket: number) => replyAddress(secret, 'support@help.example', ticket)

let mails = 0
/** A mail as somebody writes it; each with an id of its own. */
export function written(headers: Record<string, string>, text = 'Hello there.'): Buffer {
  const all = {
    From: 'salma@example.com',
    To: 'support@help.example',
    Subject: 'A question',
    'Message-ID': `<${++mails}@example.com>`,
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`${lines.join('\r\n')}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`)
}

/** A desk that mails come in to. */
export async function openMailDesk() {
  const desk = await openTellingDesk()
  const db = () => desk.box.database.primary
  const cameBack: number[] = []
  const undelivered = (ticket: number) => cameBack.push(ticket)

  async function take(raw: Buffer, from: TakenFrom = anyServer) {
    const id = await takeInMail({ desk: desk.box.desk, secret, undelivered }, raw, from)
    return db().selectFrom('inbound_mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  }

  /** A mail of ours that went out about a ticket, by its keyed id. */
  async function sentMail(ticket: number) {
    const id = newId()
    const message_id = messageIdOf({ secret, host: 'help.example' }, id)
    const at = desk.box.clock.now()
    const row = {
      id,
      ticket_number: ticket,
      event_id: null,
      interaction: 'tell-customer-of-reply',
      recipient_id: desk.box.ids.salma,
      address: 'salma@example.com',
      message_id,
      says: '{}',
      subject: null,
      body_text: null,
      body_html: null,
      language: null,
      state: 'sent' as const,
      tries: 1,
      next_try_at: at,
      leased_until: null,
      last_error: null,
      created_at: at,
      sent_at: at,
    }
    await db().insertInto('mail').values(row).execute()
    return { id, messageId: message_id }
  }

  return {
    desk,
    db,
    /** The tickets whose mails came back, as they were told. */
    cameBack,
    take,
    sentMail,
    messagesOf: (ticket: number) =>
      db().selectFrom('message').selectAll().where('ticket_number', '=', ticket).execute(),
    countMails: async () =>
      (
        await db()
          .selectFrom('mail')
          .select((eb) => eb.fn.countAll<number>().as('mails'))
          .executeTakeFirstOrThrow()
      ).mails,
  }
}
