import type { Selectable } from 'kysely'
import { queueAccountMail } from '../../channels/email/account-mail.write.server.ts'
import { system } from '../../entities/person/actor.ts'
import type { MailboxRow } from '../../entities/mail-tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import { holders } from '../../permissions/sole-reviewer.server.ts'
import { loadPeople } from '../../users/people.server.ts'
import { silentSince } from './mailbox.ts'

type Mailbox = Selectable<MailboxRow>

/** Mails those who can mend it, once for each silence, whichever worker notices first. True when it was this one. */
export const tellOfSilence = (desk: Desk, mailbox: Mailbox): Promise<boolean> =>
  desk.change(system, async ({ db, at }) => {
    const first = await db
      .updateTable('mailbox')
      .set({ silence_told_at: at })
      .where('id', '=', mailbox.id)
      .where('silence_told_at', 'is', null)
      .where('heard_at', 'is not distinct from', mailbox.heard_at)
      .returning('id')
      .executeTakeFirst()
    if (!first) return false
    const since = silentSince(mailbox).toISOString()
    const variables = {
      link: '/settings/mailboxes',
      mailbox: mailbox.address,
      since,
      ...(mailbox.last_error ? { said: mailbox.last_error } : {}),
    }
    for (const { id, email } of (await loadPeople(db, await holders(db, 'settings.manage'))).values())
      await queueAccountMail(db, {
        interaction: 'account-mailbox-silent',
        recipient: id,
        address: email,
        variables,
        at,
      })
    return true
  })
