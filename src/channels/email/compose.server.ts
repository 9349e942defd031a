import MailComposer from 'nodemailer/lib/mail-composer'
import type { Reach } from './inbound/reach.ts'
import { replyAddress } from './inbound/reply-address.server.ts'
import type { Attachment, Mail, Rendered } from './mail.ts'
import { messageIdOf, threadIdOf, type MailIdentity } from './message-id.server.ts'

/** `plus`: its mail server delivers address+anything@ too, so that each ticket has an address of its own. */
export type RepliesTo = { address: string; plus: boolean }

export type Sender = MailIdentity & {
  /** 'Marsa Freight <help@example.com>' */
  from: string
  /** The mailbox where answers are read; absent or null: nowhere. */
  repliesTo?: RepliesTo | null
}

/**
 * What goes with the words: which mails of the recipient they answer, files, whether we hear if it cannot be delivered, and whom
 * an answer reaches.
 */
type Along = {
  answers?: readonly string[] | undefined
  attachments?: readonly Attachment[] | undefined
  comesBack?: boolean
  reaches?: Reach | undefined
}

/** Exchange counts the report that a mail could not be delivered among the answers of machines. */
const allButReports = 'DR, RN, NRN, OOF, AutoReply'

/** The message as it goes over the wire. It answers nobody and says so, so that no robot answers it (RFC 3834). */
export async function composeMail(
  mail: Pick<Mail, 'id' | 'ticket_number' | 'address'>,
  { answers = [], attachments = [], comesBack = false, reaches, ...words }: Rendered & Along,
  sender: Sender,
  at: Date,
): Promise<Buffer> {
  const thread = mail.ticket_number === null ? undefined : threadIdOf(sender, mail.ticket_number)
  const composer = new MailComposer({
    from: sender.from,
    // never parsed: an address is one mailbox, whatever is in it
    to: { name: '', address: mail.address },
    subject: words.subject,
    text: words.text,
    html: words.html,
    date: at,
    messageId: messageIdOf(sender, mail.id),
    ...(thread ? { inReplyTo: answers.at(-1) ?? thread, references: [thread, ...answers] } : {}),
    ...(sender.repliesTo && mail.ticket_number !== null
      ? { replyTo: replyToOf(sender.secret, sender.repliesTo, mail.ticket_number, reaches) }
      : {}),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': comesBack ? allButReports : 'All',
      'Content-Language': words.language,
    },
    attachments: attachments.map(({ name, type, content, cid }) => ({
      filename: name,
      contentType: type,
      content,
      ...(cid ? { cid, contentDisposition: 'inline' } : {}),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

/** Before its @ an address has 64 signs at most (RFC 5321, 4.5.3.1.1). */
const longestLocal = 64

function replyToOf(secret: string, { address, plus }: RepliesTo, ticket: number, reaches?: Reach): string {
  const marked = plus ? replyAddress(secret, address, ticket, reaches) : address
  return marked.lastIndexOf('@') <= longestLocal ? marked : address
}

/**
 * Where a mail server tells that it could not deliver a mail; nothing where nobody reads it, and for what a machine answers by
 * itself, which must bring nothing back (RFC 3834, 3.3).
 */
export const returnPathOf = ({ secret, repliesTo }: Sender, ticket: number | null, comesBack: boolean): string =>
  comesBack && repliesTo && ticket !== null ? replyToOf(secret, repliesTo, ticket) : ''
