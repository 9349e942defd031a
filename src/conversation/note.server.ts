import { actorId } from '../entities/person/actor.ts'
import { dropSentDraft } from '../entities/ticket/draft.write.server.ts'
import { insertMessage } from '../entities/ticket/message.write.server.ts'
import { attachFiles } from '../entities/ticket/ticket-file.write.server.ts'
import { newId } from '../server/ids.server.ts'
import { mentionedIn } from './mentioned.server.ts'
import { checkFiles } from '../workflow/check-files.server.ts'
import { ticketVerb, type Outcome, type Scene } from '../workflow/ticket-verb.server.ts'

/** A word among staff; the customer never sees it, nor finds it. */
export const note = ticketVerb(
  'note',
  async (scene) => {
    await dropSentDraft(scene.change.db, scene.change.actor, { ticket: scene.ticket.number, kind: 'note' })
    return say(scene)
  },
  { check },
)

/** The same by mail, or held until now: what its writer has begun on the page is something else, and stays. */
export const noteBesideDraft = ticketVerb('note', say, { check })

function check({ change, body }: Scene<'note'>): Promise<void> {
  return checkFiles(change.db, change.actor, body.files)
}

async function say({ change, ticket, body }: Scene<'note'>): Promise<Outcome> {
  const id = newId()
  await insertMessage(change.db, {
    ticket: ticket.number,
    id,
    kind: 'note',
    author: actorId(change.actor)!,
    side: 'staff',
    text: body.text,
    at: change.at,
  })
  await attachFiles(change.db, ticket.number, `message:${id}`, actorId(change.actor)!, body.files ?? [])
  return {
    details: { message: id, ...(await mentionedIn(change, ticket, body.text)) },
    words: [{ textId: `message:${id}`, audience: 'staff', text: body.text }],
  }
}
