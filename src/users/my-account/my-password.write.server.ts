import { queueAccountMail } from '../../channels/email/account-mail.write.server.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Desk } from '../../events/desk.server.ts'
import { endLinks } from '../invitations/invitations.write.server.ts'
import { endOtherSessions } from '../sign-in/session.write.server.ts'
import { setPassword } from '../users.write.server.ts'

/** A new password by its owner: whoever else is signed in with the old one is out, and the mailbox hears of it. */
export async function changeMyPassword(
  desk: Desk,
  actor: Person,
  password: string,
  session: string | null,
): Promise<void> {
  await desk.change(actor, async ({ db, at }) => {
    await setPassword(db, actor.id, password, at)
    await endOtherSessions(db, actor.id, session)
    await endLinks(db, actor.id)
    await queueAccountMail(db, {
      interaction: 'account-password-changed',
      recipient: actor.id,
      address: actor.email,
      variables: { link: '/forgot-password', changedAt: at.toISOString() },
      at,
    })
  })
}
