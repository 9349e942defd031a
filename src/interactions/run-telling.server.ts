import type { Transaction } from 'kysely'
import { putNotices } from '../channels/in-app/notice.write.server.ts'
import { queueMails } from '../channels/email/queue-mail.write.server.ts'
import { system } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import type { Desk, Telling } from '../events/desk.server.ts'
import { failpoint } from '../server/failpoint.server.ts'
import { loadPeople } from '../users/people.server.ts'
import { askOf } from './ask.server.ts'
import { interactionNamed } from './index.ts'
import type { Channel, Interaction } from './interaction.ts'
import { mutedBy } from './mutes.server.ts'
import { differencesOf } from './own-interactions.server.ts'
import { recipientsOf, type Recipient } from './recipients.ts'
import { shortened, type Said } from './says.ts'
import { loadScene } from './scene.server.ts'

/**
 * Does one duty in one transaction: whom, what, by which doors. Every row is unique by event, interaction, recipient and
 * door, so a duty that runs twice tells nobody twice. Answers with those who were told now.
 */
export const runTelling = (desk: Desk, telling: Telling): Promise<string[]> => runTogether(desk, [telling])

/** The same for several, in their order, in one transaction: one commit, and all of it or nothing. */
export async function runTogether(desk: Desk, tellings: readonly Telling[]): Promise<string[]> {
  const told = new Set<string>()
  await desk.change(system, async ({ db, at }) => {
    for (const telling of tellings) {
      const interaction = interactionNamed(telling.interaction)
      // an interaction of a newer or older version, or one that was removed since: nobody to tell
      if (!interaction) continue
      for (const person of await tell(db, interaction, telling, at)) told.add(person)
      failpoint('in-telling-before-commit')
    }
  })
  tellings.forEach(() => failpoint('in-telling-after-commit'))
  return [...told]
}

async function tell(db: Transaction<Tables>, interaction: Interaction, telling: Telling, at: Date): Promise<string[]> {
  const { enabled, channels } = await differencesOf(db, interaction.name)
  // switched off: nobody is told, and the duty is done
  if (!enabled) return []
  const doors = interaction.by.filter((channel) => channels?.includes(channel) ?? true)
  const scene = await loadScene(db, telling.ticket, telling.event)
  if (!scene) return []
  const ask = askOf(db, scene)
  const audiences = await interaction.to(scene, ask)
  const people = await loadPeople(
    db,
    audiences.flatMap((audience) => audience.people),
  )
  const recipients = recipientsOf(audiences, people, scene, interaction)
  if (recipients.length === 0) return []
  const muted = await mutedBy(db, interaction.name, recipients)
  const hearing = (door: Channel) => recipients.filter(({ person }) => !muted[door].has(person.id))
  const unproven = await whoIsUnproven(db, telling.ticket, recipients)
  const variables = await interaction.say(scene, ask)
  const says = (recipient: Recipient): Said => ({
    ...(recipient.variant ? { variant: recipient.variant } : {}),
    variables: { ...variables },
    side: recipient.side,
    why: recipient.why,
    status: (scene.event.after['status'] as Said['status'] | undefined) ?? scene.ticket.status,
  })
  const common = { ticket: telling.ticket, event: telling.event, interaction: interaction.name, at }
  if (doors.includes('email'))
    await queueMails(
      db,
      hearing('email').map((each) => ({
        ...common,
        ...(scene.event.position === undefined ? {} : { position: scene.event.position }),
        recipient: each.person.id,
        address: each.person.email,
        says: says(each),
        ...(unproven.has(each.person.id) ? { rationed: { spare: interaction.spare ?? false } } : {}),
      })),
    )
  if (!doors.includes('in-app')) return []
  return putNotices(
    db,
    hearing('in-app').map((each) => ({
      ...common,
      recipient: each.person.id,
      says: { ...says(each), variables: shortened(variables) },
    })),
  )
}

/**
 * Anybody can name them in a request: they get few mails until they answer for their address. Whoever answered a mail of ours
 * about the ticket, by the mark in it, has it and wants to hear of this ticket; other requests may still be somebody else's.
 */
async function whoIsUnproven(
  db: Transaction<Tables>,
  ticket: number,
  recipients: readonly Recipient[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('users')
    .select('id')
    .where(
      'id',
      'in',
      recipients.map(({ person }) => person.id),
    )
    .where('email_verified', '=', false)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('inbound_mail')
            .select('inbound_mail.id')
            .where('inbound_mail.ticket_number', '=', ticket)
            .where('inbound_mail.decision', '=', 'joined')
            .where('inbound_mail.reason', 'in', ['replyMark', 'ownMessageId'])
            .whereRef('inbound_mail.from_address', '=', 'users.email'),
        ),
      ),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}
