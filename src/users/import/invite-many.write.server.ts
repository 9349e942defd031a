import { queueMails } from '../../channels/email/queue-mail.write.server.ts'
import type { Change } from '../../events/desk.server.ts'
import { roleNames } from '../../permissions/role-names.server.ts'
import { newId } from '../../server/ids.server.ts'
import { readSettings } from '../../settings/settings.server.ts'
import { newInvitation } from '../invitations/invitations.write.server.ts'
import type { Row } from './write-import.write.server.ts'

/** Invitations as one by one, but in two statements: a link and a mail for each. */
export async function inviteMany(change: Change, people: readonly Row[]): Promise<void> {
  if (people.length === 0) return
  const { db, at, actor } = change
  const { language } = await readSettings(db)
  const names = new Map<string, string>()
  const invited = []
  for (const person of people) {
    const reads = person.language ?? language
    const key = `${reads} ${String(person.roles)}`
    if (!names.has(key)) {
      const roles = await roleNames(db, person.roles ?? [], reads)
      names.set(key, new Intl.ListFormat(reads, { type: 'conjunction' }).format(roles))
    }
    invited.push({ person, roles: names.get(key)!, ...newInvitation(at) })
  }
  await db
    .insertInto('verification')
    .values(
      invited.map(({ person, identifier, validUntil }) => ({
        id: newId(),
        identifier,
        value: person.id,
        expires_at: validUntil,
        created_at: at,
        updated_at: at,
      })),
    )
    .execute()
  await queueMails(
    db,
    invited.map(({ person, roles, link, validUntil }) => ({
      ticket: null,
      event: null,
      interaction: 'account-invitation',
      recipient: person.id,
      address: person.email,
      says: {
        variables: {
          link,
          validUntil: validUntil.toISOString(),
          actor: actor.kind === 'person' ? actor.name : '',
          roles,
        },
      },
      at,
    })),
  )
}
