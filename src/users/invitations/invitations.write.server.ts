import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { queueAccountMail } from '../../channels/email/account-mail.write.server.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Change } from '../../events/desk.server.ts'
import { roleNames } from '../../permissions/role-names.server.ts'
import { newId } from '../../server/ids.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { hasPassword } from '../mailed-links/kept-out.server.ts'
import { linkIdentifier } from '../mailed-links/link-identifier.server.ts'
import { setPassword } from '../users.write.server.ts'

export type Invited = { id: string; email: string; language?: string | null; roles: readonly string[] }

const week = 7 * 24 * 60 * 60 * 1000

/** Mails a link with which someone chooses their first password; earlier links of theirs end. */
export async function invite(change: Change, person: Invited): Promise<void> {
  const { db, at, actor } = change
  const { link, identifier, validUntil } = newInvitation(at)
  await endInvitations(db, person.id)
  await db
    .insertInto('verification')
    .values({
      id: newId(),
      identifier,
      value: person.id,
      expires_at: validUntil,
      created_at: at,
      updated_at: at,
    })
    .execute()
  await queueAccountMail(db, {
    interaction: 'account-invitation',
    recipient: person.id,
    address: person.email,
    variables: {
      link,
      validUntil: validUntil.toISOString(),
      actor: actor.kind === 'person' ? actor.name : '',
      roles: await rolesIn(change, person),
    },
    at,
  })
}

/** A link, and under which name it is kept: the token itself is in the mail alone. */
export function newInvitation(at: Date): { link: string; identifier: string; validUntil: Date } {
  const token = randomBytes(32).toString('base64url')
  return {
    link: `/invitation#${token}`,
    identifier: linkIdentifier('invitation', token),
    validUntil: new Date(at.getTime() + week),
  }
}

/** In the language of whoever reads the mail. */
async function rolesIn({ db }: Change, person: Invited): Promise<string> {
  const language = person.language ?? (await readSettings(db)).language
  const names = await roleNames(db, person.roles, language)
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
}

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
    .updateTable('users')
    .set({ email_verified: true, updated_at: at })
    .where('id', '=', found.value)
    .where('active', '=', true)
    .where((eb) => eb.not(hasPassword(eb)))
    .returning('id')
    .executeTakeFirst()
  if (!person) return null
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

async function endInvitations(db: Kysely<Tables>, user: string): Promise<void> {
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
