import type { Selectable } from 'kysely'
import { tryImap } from '../../channels/email/inbound/try-imap.server.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { MailboxRow } from '../../entities/mail-tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import { permit } from '../../permissions/permit.server.ts'
import { refuse, refuseFields } from '../../server/errors/refusal.ts'
import type { Call } from '../../server/http/endpoint.ts'
import { readForm } from '../../server/http/read-form.server.ts'
import { unseal } from '../../server/seal.server.ts'
import { tryMailboxForm } from './mailbox-forms.ts'
import { mailboxSeal } from './read-mailboxes.server.ts'

type Mailbox = Selectable<MailboxRow>
type Whereto = Pick<Mailbox, 'host' | 'username' | 'security'>

/** A password that was given for one server is sent to no other, and never in the clear where it was not before. */
export const goesElsewhere = (before: Whereto, after: Whereto): boolean =>
  before.host !== after.host ||
  before.username !== after.username ||
  (after.security === 'none' && before.security !== 'none')

/** Tries what stands in the form, before it is kept; without a password the kept one, where it would go there anyway. */
export async function tryMailbox({ desk, actor, body }: Call<Desk, Person>, secret: string) {
  permit(actor, 'settings.manage')
  const { id, password, folder = 'INBOX', ...server } = readForm(tryMailboxForm, body)
  if (password !== undefined) return tryImap({ ...server, folder, password })
  const kept = id && (await desk.read().selectFrom('mailbox').selectAll().where('id', '=', id).executeTakeFirst())
  if (id && !kept) refuse('notFound')
  if (!kept || goesElsewhere(kept, server)) return refuseFields({ field: 'password', code: 'required' })
  return tryImap({ ...server, folder, password: opened(secret, kept.sealed) })
}

/** Sealed with another secret than today's it is nobody's any more. */
function opened(secret: string, sealed: string): string {
  try {
    return unseal(secret, mailboxSeal, sealed)
  } catch {
    return refuseFields({ field: 'password', code: 'required' })
  }
}
