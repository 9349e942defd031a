import { randomBytes } from 'node:crypto'
import { queueAccountMails } from '../../channels/email/account-mail.write.server.ts'
import type { Change } from '../../events/desk.server.ts'
import { day } from '../../fields/date-time/spans.ts'
import { roleNames } from '../../permissions/role-names.server.ts'
import { newId } from '../../server/ids.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { linkIdentifier } from '../mailed-links/link-identifier.server.ts'
import { endInvitations } from './invitations.write.server.ts'

/** `language`: theirs; without one the mail is in the organisation's. */
export type Invited = { id: string; email: string; language?: string | null; roles: readonly string[] | null }

const week = 7 * day

/** Mails a link with which someone chooses their first password; earlier links of theirs end. */
export async function invite(change: Change, person: Invited): Promise<void> {
  await endInvitations(change.db, person.id)
  await inviteMany(change, [person])
}

/** Of people who are new: a link and a mail for each, in two statements. */
export async function inviteMany(change: Change, people: readonly Invited[]): Promise<void> {
  if (people.length === 0) return
  const { db, at, actor } = change
  const invited = people.map((person) => ({
    person,
    id: newId(),
    validUntil: new Date(at.getTime() + week),
    ...newLink(),
  }))
  await db
    .insertInto('verification')
    .values(
      invited.map(({ id, person, identifier, validUntil }) => ({
        id,
        identifier,
        value: person.id,
        expires_at: validUntil,
        created_at: at,
        updated_at: at,
      })),
    )
    .execute()
  const rolesOf = await rolesInWords(change, people)
  await queueAccountMails(
    db,
    invited.map(({ person, link, validUntil }) => ({
      interaction: 'account-invitation',
      recipient: person.id,
      address: person.email,
      variables: {
        link,
        validUntil: validUntil.toISOString(),
        actor: actor.kind === 'person' ? actor.name : '',
        roles: rolesOf(person),
      },
      at,
    })),
  )
}

/** A link, and under which name it is kept: the token itself is in the mail alone. */
function newLink(): { link: string; identifier: string } {
  const token = randomBytes(32).toString('base64url')
  return { link: `/invitation#${token}`, identifier: linkIdentifier('invitation', token) }
}

/** The roles of each, in the language of whoever reads the mail; asked once for all who read and are the same. */
async function rolesInWords({ db }: Change, people: readonly Invited[]): Promise<(person: Invited) => string> {
  const { language } = await readSettings(db)
  const keyOf = (person: Invited) => `${person.language ?? language} ${String(person.roles)}`
  const words = new Map<string, string>()
  for (const person of people) {
    const reads = person.language ?? language
    if (words.has(keyOf(person))) continue
    const names = await roleNames(db, person.roles ?? [], reads)
    words.set(keyOf(person), new Intl.ListFormat(reads, { type: 'conjunction' }).format(names))
  }
  return (person) => words.get(keyOf(person))!
}
