import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { Change } from '../../events/desk.server.ts'
import { addressProven } from '../address-proven.write.server.ts'
import { hasPassword } from '../mailed-links/kept-out.server.ts'
import { linkIdentifier } from '../mailed-links/link-identifier.server.ts'
import { setPassword } from '../users.write.server.ts'

/**
 * Takes an invitation: the row goes and the password comes in one transaction, so a link works once however many use it at
 * the same moment. Returns whose it was, or null when it is spent, too old or never was, or when they have a password: a
 * first one is chosen once, by whichever link.
 */
export async function acceptInvitation(change: Change, token: string, password: string): Promise<string | null> {
  const { db, at } = change
  const identifier = linkIdentifier('invitation', token)
  const found = await db
    .selectFrom('verification')
    .select('value')
    .where('identifier', '=', identifier)
    .executeTakeFirst()
  if (!found || !(await hold(db, found.value))) return null
  // asked once the person is held: what became of the link and of them while we waited is seen
  const taken = await db
    .deleteFrom('verification')
    .where('identifier', '=', identifier)
    .where('expires_at', '>', at)
    .returning('value')
    .executeTakeFirst()
  if (!taken) return null
  const person = await db
    .selectFrom('users')
    .select('id')
    .where('id', '=', found.value)
    .where('active', '=', true)
    .where((eb) => eb.not(hasPassword(eb)))
    .executeTakeFirst()
  if (!person) return null
  await addressProven(change, person.id)
  await setPassword(db, person.id, password, at)
  return person.id
}

/** The person before the link, in the order in which everything else takes them. */
const hold = (db: Kysely<Tables>, id: string) =>
  db.selectFrom('users').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** Links that were mailed to someone, invitations and resets alike, stop working. */
export async function endLinks(db: Kysely<Tables>, user: string): Promise<void> {
  await db.deleteFrom('verification').where('value', '=', user).execute()
}

/** Of someone's links those to choose a first password. */
export async function endInvitations(db: Kysely<Tables>, user: string): Promise<void> {
  await db.deleteFrom('verification').where('value', '=', user).where('identifier', 'like', 'invitation:%').execute()
}

export async function hasInvitation(db: Kysely<Tables>, user: string): Promise<boolean> {
  const found = await db
    .selectFrom('verification')
    .select('id')
    .where('value', '=', user)
    .where('identifier', 'like', 'invitation:%')
    .executeTakeFirst()
  return found !== undefined
}
