import type { Kysely, Transaction } from 'kysely'
import { letterHtml } from '../channels/email/letter-html.ts'
import { letterText } from '../channels/email/letter-text.ts'
import { logoWithin } from '../channels/email/letter-logo.ts'
import type { Person } from '../entities/person/actor.ts'
import type { OwnTemplates } from '../entities/settings-tables.ts'
import type { Tables } from '../entities/tables.ts'
import type { Status } from '../entities/ticket/ticket.ts'
import type { Change } from '../events/desk.server.ts'
import { refuseFields } from '../server/errors/refusal.ts'
import { logoPicture } from '../settings/logo-picture.server.ts'
import { readSettings } from '../settings/settings.server.ts'
import { askOf } from './ask.server.ts'
import type { Interaction, Why } from './interaction.ts'
import { lineOf } from './line.ts'
import { readerFor } from './reader.ts'
import { maySee } from './recipients.ts'
import { sampleOf } from './samples.ts'
import { loadScene } from './scene.server.ts'
import type { Said } from './says.ts'
import { keysOf, variablesFor } from './template-texts.ts'
import { followUps } from '../workflow/follow-ups.ts'
import { transitions, type Transition } from '../workflow/transitions.ts'
import { ticketLetter } from './ticket-letter.ts'
import { sideOfVariant } from './told-people.ts'

export type PreviewAsked = {
  language: string
  variant?: string | undefined
  ticket?: number | undefined
  own: OwnTemplates
}

/** A telling as its reader would get it: on a real ticket's last such event where there was one, else with samples. */
export async function preview({ db, at }: Change, actor: Person, interaction: Interaction, asked: PreviewAsked) {
  const to = { publicUrl: '', now: at }
  const { letter, says, reader, logo, isSample } = await previewedLetter(db, actor, interaction, asked, to)
  return {
    subject: letter.subject,
    line: lineOf(interaction.name, says, reader, at, asked.own),
    text: letterText(letter),
    html: letterHtml(letter, logo && logoWithin(logo)),
    language: letter.language,
    dir: letter.dir,
    variant: says.variant ?? null,
    isSample,
  }
}

/** The same, not yet set: for the page, or for a mail whose links lead somewhere. */
export async function previewedLetter(
  db: Transaction<Tables>,
  actor: Person,
  interaction: Interaction,
  asked: PreviewAsked,
  { publicUrl, now }: { publicUrl: string; now: Date },
) {
  const { name } = interaction
  const { language, own } = asked
  const settings = await readSettings(db)
  const { says, ticket, recipient, isSample } = await saidFor(db, actor, interaction, asked, now)
  const reader = readerFor({ ...actor, language }, settings)
  const about = { interaction: name, ticket, says, reader, own, now }
  const letter = ticketLetter({ ...about, name: recipient, proven: true, publicUrl, repliesAreRead: false })!
  return { letter, says, reader, isSample, logo: await logoPicture(db, settings, 'mail') }
}

type Scripted = { says: Said; ticket: number; recipient: string; isSample: boolean }

async function saidFor(
  db: Transaction<Tables>,
  actor: Person,
  interaction: Interaction,
  { variant, ticket }: PreviewAsked,
  now: Date,
): Promise<Scripted> {
  const sample = sampled(interaction, variant, now)
  if (ticket === undefined) return { says: sample, ticket: 1042, recipient: 'Salma Idris', isSample: true }
  const row = await db
    .selectFrom('ticket')
    .innerJoin('users', 'users.id', 'ticket.customer_id')
    .selectAll('ticket')
    .select('users.name as customer_name')
    .where('number', '=', ticket)
    .executeTakeFirst()
  if (!row || !maySee(actor, row, 'staff')) refuseFields({ field: 'ticket', code: 'notInList' })
  const real = await happenedOn(db, interaction, ticket, variant)
  const recipient = row.customer_name
  if (real) return { says: { ...sample, ...real }, ticket, recipient, isSample: false }
  const { number, title, customer } = { ...sample.variables }
  const known = {
    ...(number ? { number: { ticket } } : {}),
    ...(title ? { title: { text: { source: row.title.source, texts: row.title.texts } } } : {}),
    ...(customer ? { customer: { name: recipient } } : {}),
  }
  return {
    says: { ...sample, variables: { ...sample.variables, ...known }, status: row.status },
    ticket,
    recipient,
    isSample: true,
  }
}

function sampled({ name, on }: Interaction, variant: string | undefined, now: Date): Said {
  const key = variant === undefined ? 'body' : `body_${variant}`
  const names = new Set([...keysOf(name), key].flatMap((each) => [...variablesFor(name, each)]))
  const side = sideOfVariant(name, variant)
  const why: Why = side === 'customer' ? 'customer' : 'assignee'
  return {
    ...(variant ? { variant } : {}),
    variables: Object.fromEntries([...names].map((each) => [each, sampleOf(each, now)])),
    side,
    why,
    status: statusAfter(on),
  }
}

/** Where the path of a sample stands: where the step that is told of leads. */
function statusAfter(on: Interaction['on']): Status {
  const step = [...Object.values<Transition>(transitions), ...Object.values<Transition>(followUps)].find(
    ({ happened }) => on.includes(happened),
  )
  if (!step || step.to === 'reopened') return 'inProgress'
  if (step.to !== 'unchanged') return step.to
  return step.from.length === 1 ? step.from[0]! : 'inProgress'
}

/** What the ticket's last event of this kind made people hear; undefined when nothing of the kind happened to it. */
async function happenedOn(
  db: Transaction<Tables>,
  interaction: Interaction,
  ticket: number,
  variant: string | undefined,
): Promise<Partial<Said> | undefined> {
  const event = await lastEvent(db, ticket, interaction.on)
  const scene = event && (await loadScene(db, ticket, event))
  if (!scene) return undefined
  const ask = askOf(db, scene)
  const audiences = await interaction.to(scene, ask)
  const audience =
    audiences.find((each) => each.variant === variant) ?? (variant === undefined ? audiences[0] : undefined)
  if (!audience) return undefined
  return {
    ...(audience.variant ? { variant: audience.variant } : {}),
    variables: { ...(await interaction.say(scene, ask)) },
    side: audience.side,
    why: audience.why,
    status: (scene.event.after['status'] as Said['status'] | undefined) ?? scene.ticket.status,
  }
}

async function lastEvent(db: Kysely<Tables>, ticket: number, on: Interaction['on']): Promise<string | undefined> {
  const row = await db
    .selectFrom('ticket_event')
    .select('id')
    .where('ticket_number', '=', ticket)
    .where('happened', 'in', [...on])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
