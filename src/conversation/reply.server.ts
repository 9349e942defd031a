import { actorId } from '../entities/person/actor.ts'
import { dropSentDraft } from '../entities/ticket/draft.write.server.ts'
import { insertMessage } from '../entities/ticket/message.write.server.ts'
import { attachFiles } from '../entities/ticket/ticket-file.write.server.ts'
import { isOwner } from '../permissions/sight.ts'
import { newId } from '../server/ids.server.ts'
import { silence } from '../workflow/offer.ts'
import { mentionedIn } from './mentioned.server.ts'
import { checkFiles } from '../workflow/check-files.server.ts'
import { ticketVerb, type Outcome, type Scene } from '../workflow/ticket-verb.server.ts'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { WorkflowSettings } from '../workflow/workflow-settings.ts'

/** A message to the other side. A customer's message never counts as a verdict, but it stops the clock of silence. */
export const reply = ticketVerb(
  'reply',
  async (scene) => {
    await dropSentDraft(scene.change.db, scene.change.actor, { ticket: scene.ticket.number, kind: 'reply' })
    return say(scene)
  },
  { check },
)

/** The same by mail, or held until now: what its writer has begun on the page is something else, and stays. */
export const replyBesideDraft = ticketVerb('reply', say, { check })

function check({ change, body }: Scene<'reply'>): Promise<void> {
  return checkFiles(change.db, change.actor, body.files)
}

async function say({ change, ticket, body, settings }: Scene<'reply'>): Promise<Outcome> {
  const side = change.actor.kind === 'person' && isOwner(change.actor, ticket) ? 'customer' : 'staff'
  const id = newId()
  await insertMessage(change.db, {
    ticket: ticket.number,
    id,
    kind: 'reply',
    author: actorId(change.actor)!,
    side,
    text: body.text,
    at: change.at,
  })
  await attachFiles(change.db, ticket.number, `message:${id}`, actorId(change.actor)!, body.files ?? [])
  const mentions = side === 'staff' ? await mentionedIn(change, ticket, body.text) : {}
  return {
    set: { last_public_at: change.at, ...clockAfter(ticket, side, change.at, settings.workflow) },
    details: { message: id, side, ...mentions },
    words: [{ textId: `message:${id}`, audience: 'everyone', text: body.text }],
  }
}

function clockAfter(ticket: Ticket, side: 'customer' | 'staff', at: Date, settings: WorkflowSettings): Partial<Ticket> {
  if (ticket.status !== 'responded') return {}
  if (side === 'customer') return { answered: true, due: null, due_at: null }
  return {
    answered: false,
    ...silence(at, { ...settings, confirmation: ticket.asks_verdict ?? settings.confirmation }),
  }
}
