import { newId } from '../../server/ids.server.ts'
import { composeMail, type Sender } from './compose.server.ts'
import type { Attachment, Rendered } from './mail.ts'
import { addressOf } from './message-id.server.ts'
import { openSmtpLine, type SmtpSettings } from './smtp.server.ts'

export type Answered = { sent: boolean; said: string; code: number | null }

/** Sends one mail now, past the outbox, and answers with what the server said: for trying out a mail server. */
export async function sendOne(
  smtp: SmtpSettings,
  sender: Sender,
  address: string,
  words: Rendered & { attachments?: readonly Attachment[] },
  at: Date,
): Promise<Answered> {
  const line = openSmtpLine(smtp, addressOf(sender.from))
  try {
    const message = await composeMail({ id: newId(), ticket_number: null, address }, words, sender, at)
    const said = await line.send(address, message)
    return { sent: true, said: said.slice(0, 500), code: Number(/^\d{3}/.exec(said)?.[0] ?? 250) }
  } catch (error) {
    const { message, response, responseCode } = error as { message: string; response?: string; responseCode?: number }
    return { sent: false, said: (response ?? message).slice(0, 500), code: responseCode ?? null }
  } finally {
    line.close()
  }
}
