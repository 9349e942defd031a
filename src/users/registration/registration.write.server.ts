import { randomBytes } from 'node:crypto'
import { audit } from '../../audit/audit.write.server.ts'
import { queueAccountMail } from '../../channels/email/account-mail.write.server.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Change } from '../../events/desk.server.ts'
import { day } from '../../fields/date-time/spans.ts'
import type { Database } from '../../server/db/database.server.ts'
import { newId } from '../../server/ids.server.ts'
import { addressProven } from '../address-proven.write.server.ts'
import { endLinks } from '../invitations/invitations.write.server.ts'
import { hasPassword, isKeptOut } from '../mailed-links/kept-out.server.ts'
import { linkIdentifier } from '../mailed-links/link-identifier.server.ts'
import { addPerson, setPasswordHash } from '../users.write.server.ts'

export type Registration = { name: string; email: string; language: string | null }

/**
 * Somebody says that an address is theirs. Nothing is made of it but a mail to that address, with no word of theirs in it:
 * a link where there is no account, else a line that there is one. Who was deactivated hears nothing.
 */
export async function register(change: Change, wanted: Registration): Promise<void> {
  const known = await accountOf(change, wanted.email)
  if (known && !known.active) return
  if (known?.hasPassword) return mailKnown(change, known.id, wanted.email)
  await mailLink(change, wanted)
}

/** Whether there is anything to confirm, before a password is worked on. */
export async function isWaiting({ primary }: Database<Tables>, token: string, at: Date): Promise<boolean> {
  const found = await primary
    .selectFrom('verification')
    .select('id')
    .where('identifier', '=', linkIdentifier('registration', token))
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return found !== undefined
}

export type Confirmed = { token: string; hash: string; network: string }

/**
 * The link proves the address, and whoever reads that address's mails chooses the password: one that came with the request
 * would be a stranger's. Returns whose account it is, or null when the link is spent.
 */
export async function confirmRegistration(change: Change, { token, hash, network }: Confirmed): Promise<string | null> {
  const { db, at } = change
  const taken = await db
    .deleteFrom('verification')
    .where('identifier', '=', linkIdentifier('registration', token))
    .where('expires_at', '>', at)
    .returning('value')
    .executeTakeFirst()
  if (!taken) return null
  const person = JSON.parse(taken.value) as Registration
  const known = await accountOf(change, person.email)
  if (known && (!known.active || known.hasPassword)) return null
  const id = known?.id ?? (await addPerson(db, { ...person, emailVerified: true, roles: ['customer'] }, at))
  // whom staff wrote down by the address alone says now what they are called
  const own = known?.verified === false ? { name: person.name, language: person.language } : {}
  await db
    .updateTable('users')
    .set({ ...own, updated_at: at })
    .where('id', '=', id)
    .execute()
  await addressProven(change, id)
  await setPasswordHash(db, id, hash, at)
  await endLinks(db, id)
  await audit(change, { action: 'user.registered', subject: `user:${id}`, actor: id, network })
  return id
}

async function accountOf({ db }: Change, email: string) {
  const held = await db.selectFrom('users').select('id').where('email', '=', email).forNoKeyUpdate().executeTakeFirst()
  if (!held) return undefined
  // asked once the row is held: what was chosen while we waited for it is seen
  const { keptOut, ...user } = await db
    .selectFrom('users')
    .select((eb) => ['id', 'active', 'email_verified as verified', hasPassword(eb).as('hasPassword')])
    .select((eb) => isKeptOut(eb).as('keptOut'))
    .where('id', '=', held.id)
    .executeTakeFirstOrThrow()
  return { ...user, active: user.active && !keptOut }
}

async function mailLink({ db, at }: Change, wanted: Registration): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const validUntil = new Date(at.getTime() + day)
  const row = {
    identifier: linkIdentifier('registration', token),
    value: JSON.stringify(wanted),
    expires_at: validUntil,
  }
  await db
    .insertInto('verification')
    .values({ id: newId(), ...row, created_at: at, updated_at: at })
    .execute()
  await queueAccountMail(db, {
    interaction: 'account-registration',
    recipient: null,
    address: wanted.email,
    variables: {
      link: `/confirm-registration#${token}`,
      validUntil: validUntil.toISOString(),
      ...(wanted.language ? { language: wanted.language } : {}),
    },
    at,
  })
}

async function mailKnown({ db, at }: Change, recipient: string, address: string): Promise<void> {
  const variables = { link: '/forgot-password' }
  await queueAccountMail(db, { interaction: 'account-already-there', recipient, address, variables, at })
}
