import type { Kysely } from 'kysely'
import { queueAccountMail } from '../../channels/email/account-mail.write.server.ts'
import type { Tables } from '../../entities/tables.ts'
import { hour } from '../../fields/date-time/spans.ts'
import type { Clock } from '../../server/clock.ts'
import type { Database } from '../../server/db/database.server.ts'
import { addressProven } from '../address-proven.write.server.ts'
import { endLinks } from '../invitations/invitations.write.server.ts'
import { isKeptOut } from '../mailed-links/kept-out.server.ts'
import type { LibraryOptions, Member } from './sign-in-library.server.ts'
import { accountBucket } from './tries.ts'
import { forgetFailed } from './tries.write.server.ts'

/** What people are told by mail about their password. Links are paths: the mail's own settings know the address. */
export function resetMails(database: Database<Tables>, clock: Clock): Pick<LibraryOptions, 'sendReset' | 'afterReset'> {
  return {
    async sendReset(person, token) {
      if (!person.active) return
      const at = clock.now()
      await database.primary.transaction().execute(async (db) => {
        // whose address was changed in this moment gets no link at the old one, whose invitation was taken back none at all
        if (!(await isStillAt(db, person)) || (await wasKeptOut(db, person))) return endLinks(db, person.id)
        await queueAccountMail(db, {
          interaction: 'account-reset',
          recipient: person.id,
          address: person.email,
          variables: { link: `/reset-password#${token}`, validUntil: new Date(at.getTime() + hour).toISOString() },
          at,
        })
      })
    },
    async afterReset(person) {
      const at = clock.now()
      await database.primary.transaction().execute(async (db) => {
        // the links that were asked for before this one open nothing any more
        await endLinks(db, person.id)
        // whoever opened the link reads this mailbox
        await addressProven({ db, at }, person.id)
        // whatever strangers tried, they tried at the password that went
        await forgetFailed(db, accountBucket(person.email))
        await queueAccountMail(db, {
          interaction: 'account-password-changed',
          recipient: person.id,
          address: person.email,
          variables: { link: '/forgot-password', changedAt: at.toISOString() },
          at,
        })
      })
    },
  }
}

/** Held until the mail is written: a change of the address waits, and then ends the link. */
const isStillAt = (db: Kysely<Tables>, { id, email }: Member) =>
  db.selectFrom('users').select('id').where('id', '=', id).where('email', '=', email).forShare().executeTakeFirst()

const wasKeptOut = (db: Kysely<Tables>, { id }: Member) =>
  db.selectFrom('users').select('id').where('id', '=', id).where(isKeptOut).executeTakeFirst()
