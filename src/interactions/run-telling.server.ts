import type { Transaction } from 'kysely'
import { queueMails } from '../channels/email/queue-mail.write.server.ts'
import type { NewMail } from '../channels/email/mail.ts'
import { putNotices, type NewNotice } from '../channels/in-app/notice.write.server.ts'
import { system } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import type { Desk, Telling } from '../events/desk.server.ts'
import { failpoint } from '../server/failpoint.server.ts'
import { besideErasing } from '../users/erase/beside-erasing.server.ts'
import { loadPeople } from '../users/people.server.ts'
import { askOf } from './ask.server.ts'
import { asBuiltIn, doorsOf } from './differences.ts'
import { interactionNamed } from './index.ts'
import type { Ask, Audience, Channel, Interaction, Scene } from './interaction.ts'
import { mutedBy, type MutedBy } from './mutes.server.ts'
import { allDifferences } from './own-interactions.server.ts'
import { recipientsOf, type Recipient } from './recipients.ts'
import { shortened, type Said } from './says.ts'
import { loadScenes } from './scene.server.ts'
import { unprovenAmong, type Unproven } from './unproven.server.ts'

/**
 * Does one duty in one transaction: whom, what, by which doors. Every row is unique by event, interaction, recipient and
 * door, so a duty that runs twice tells nobody twice. Answers with those who were told now.
 */
export const runTelling = (desk: Desk, telling: Telling): Promise<string[]> => runTogether(desk, [telling])

/**
 * The same for several, in their order, in one transaction: one commit, and all of it or nothing. What they have in common is
 * asked once, and their rows are written by one statement a door.
 */
export async function runTogether(desk: Desk, tellings: readonly Telling[]): Promise<string[]> {
  const told = await desk.change(system, async ({ db, at }) => {
    await besideErasing(db)
    const duties = await dutiesOf(db, tellings)
    const hearing = await recipientsOfAll(db, duties)
    const mails: NewMail[] = []
    const notices: NewNotice[] = []
    for (const duty of duties) {
      const written = await write(duty, hearing, at)
      mails.push(...written.mails)
      notices.push(...written.notices)
    }
    await queueMails(db, mails)
    const put = await putNotices(db, notices)
    tellings.forEach(() => failpoint('in-telling-before-commit'))
    return put
  })
  tellings.forEach(() => failpoint('in-telling-after-commit'))
  return [...new Set(told)]
}

/** By which doors an interaction tells here; none of one that is switched off. */
type Doors = (interaction: string) => readonly Channel[]
type Duty = { interaction: Interaction; doors: Doors; scene: Scene; ask: Ask; audiences: Audience[] }

/** An interaction of a newer or older version, one that is switched off, an event that is gone: nobody to tell, and done. */
async function dutiesOf(db: Transaction<Tables>, tellings: readonly Telling[]): Promise<Duty[]> {
  const differences = await allDifferences(db)
  const scenes = await loadScenes(db, tellings)
  const doors: Doors = (name) => {
    const interaction = interactionNamed(name)
    const difference = differences.get(name) ?? asBuiltIn
    return interaction && difference.enabled ? doorsOf(interaction, difference) : []
  }
  const duties: Duty[] = []
  for (const telling of tellings) {
    const interaction = interactionNamed(telling.interaction)
    const scene = scenes.get(telling.event)
    if (!interaction || !scene || doors(interaction.name).length === 0) continue
    const ask = askOf(db, scene)
    duties.push({ interaction, doors, scene, ask, audiences: await interaction.to(scene, ask) })
  }
  return duties
}

type Hearing = { recipients: ReadonlyMap<Duty, readonly Recipient[]>; muted: MutedBy; unproven: Unproven }

async function recipientsOfAll(db: Transaction<Tables>, duties: readonly Duty[]): Promise<Hearing> {
  const named = duties.flatMap(({ audiences }) => audiences.flatMap(({ people }) => people))
  const people = await loadPeople(db, named)
  const recipients = new Map(
    duties.map((duty) => [duty, recipientsOf(duty.audiences, people, duty.scene, duty.interaction)]),
  )
  const ids = [...new Set([...recipients.values()].flatMap((some) => some.map(({ person }) => person.id)))]
  const tickets = [...new Set(duties.map(({ scene }) => scene.ticket.number))]
  return { recipients, muted: await mutedBy(db, ids), unproven: await unprovenAmong(db, ids, tickets) }
}

/** The rows of one duty. */
async function write(duty: Duty, { recipients, muted, unproven }: Hearing, at: Date) {
  const { interaction, doors, scene, ask } = duty
  const { event, ticket } = scene
  const all = recipients.get(duty)!
  if (all.length === 0) return { mails: [], notices: [] }
  const variables = await interaction.say(scene, ask)
  const about = interaction.about?.(scene)
  const says = (recipient: Recipient): Said => ({
    ...(recipient.variant ? { variant: recipient.variant } : {}),
    variables: { ...variables },
    side: recipient.side,
    why: recipient.why,
    status: (event.after['status'] as Said['status'] | undefined) ?? ticket.status,
    ...(about && { about }),
  })
  const common = { ticket: ticket.number, event: event.id, interaction: interaction.name, at }
  const hearing = (door: Channel) =>
    doors(interaction.name).includes(door)
      ? all.filter((each) => !muted(door, interaction.name, each) && !isToldElsewhere(door, each))
      : []
  const isToldElsewhere = (door: Channel, { person, toldBy }: Recipient): boolean =>
    toldBy !== undefined && toldBy.people.includes(person.id) && doors(toldBy.interaction).includes(door)
  const mails = hearing('email').map((each): NewMail => ({
    ...common,
    ...(event.position === undefined ? {} : { position: event.position }),
    recipient: each.person.id,
    address: each.person.email,
    says: says(each),
    ...(unproven(each.person.id, ticket.number) ? { rationed: { spare: interaction.spare ?? false } } : {}),
  }))
  const notices = hearing('in-app').map((each): NewNotice => ({
    ...common,
    recipient: each.person.id,
    says: { ...says(each), variables: shortened(variables) },
  }))
  return { mails, notices }
}
