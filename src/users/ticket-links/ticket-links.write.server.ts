import { queueAccountMail } from '../../channels/email/account-mail.write.server.ts'
import type { Change } from '../../events/desk.server.ts'
import { day } from '../../fields/date-time/spans.ts'
import type { KnownLink } from './link-visitor.server.ts'
import { linkDays } from './ticket-link.server.ts'

/** Ends every link that was ever mailed to someone, and every visit that began with one. */
export async function endTicketLinks({ db, at }: Change, person: string): Promise<void> {
  await db
    .updateTable('users')
    .set((eb) => ({ link_turn: eb('link_turn', '+', 1), updated_at: at }))
    .where('id', '=', person)
    .execute()
}

export async function mailFreshLink({ db, at }: Change, { person }: KnownLink, path: string): Promise<void> {
  await queueAccountMail(db, {
    interaction: 'account-ticket-link',
    recipient: person.id,
    address: person.email,
    variables: { link: path, validUntil: new Date(at.getTime() + linkDays * day).toISOString() },
    at,
  })
}
