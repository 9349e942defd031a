import type { Kysely } from 'kysely'
import { sanitiser } from '../../channels/email/inbound/sanitiser.ts'
import type { ParsedMail } from '../../channels/email/inbound/parsed-mail.ts'
import type { Tables } from '../../entities/tables.ts'
import { actorId } from '../../entities/person/actor.ts'
import type { Change } from '../../events/desk.server.ts'
import type { Decided } from './reasons.ts'

const mostTries = 5

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
      done_at: at,
      decided_by: reason === 'byHand' ? actorId(actor) : null,
    })
    .where('id', '=', id)
    .execute()
}

/** One try more. After the last one it stays as failed, for somebody to look at. */
export async function noteFailure(db: Kysely<Tables>, id: string, error: unknown): Promise<void> {
  const said = error instanceof Error ? error.message : String(error)
  await db
    .updateTable('inbound_mail')
    .set((eb) => ({
      tries: eb('tries', '+', 1),
      last_error: said.slice(0, 500),
      state: eb
        .case()
        .when('tries', '>=', mostTries - 1)
        .then('failed' as const)
        .else('received' as const)
        .end(),
    }))
    .where('id', '=', id)
    .where('state', '=', 'received')
    .execute()
}

/** One that failed for good is tried as if it had just come. */
export async function beginAgain(db: Kysely<Tables>, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('inbound_mail')
    .set({ state: 'received', tries: 0 })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
