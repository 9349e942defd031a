import { sanitiser } from '../../channels/email/inbound/sanitiser.ts'
import type { ParsedMail } from '../../channels/email/inbound/parsed-mail.ts'
import { actorId } from '../../entities/person/actor.ts'
import type { Change } from '../../events/desk.server.ts'
import type { Decided } from './reasons.ts'

/** What a mail said, as it is read, and what became of it and why. */
export async function markDone(
  { db, at, actor }: Change,
  id: string,
  mail: ParsedMail,
  { decision, reason }: Decided,
  became: { ticket: number | null; message: string | null },
): Promise<void> {
  await db
    .updateTable('inbound_mail')
    .set({
      state: 'done',
      decision,
      reason,
      message_id: mail.messageId,
      from_address: mail.from?.address ?? null,
      from_name: mail.from?.name ?? null,
      subject: mail.subject,
      ticket_number: became.ticket,
      message: became.message,
      text: mail.text,
      whole_text: mail.wholeText,
      html: mail.html,
      sanitiser: mail.html === null ? null : sanitiser,
      last_error: null,
      next_try_at: null,
      done_at: at,
      decided_by: reason === 'byHand' ? actorId(actor) : null,
    })
    .where('id', '=', id)
    .execute()
}

/** What became of a mail that nobody could read: left out, by hand. What its head said stays. */
export async function leaveOut({ db, at, actor }: Change, id: string): Promise<void> {
  await db
    .updateTable('inbound_mail')
    .set({
      state: 'done',
      decision: 'ignored',
      reason: 'byHand',
      ticket_number: null,
      next_try_at: null,
      done_at: at,
      decided_by: actorId(actor),
    })
    .where('id', '=', id)
    .execute()
}
