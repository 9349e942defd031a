import { actorId } from '../entities/person/actor.ts'
import { dropDraft } from '../entities/ticket/draft.write.server.ts'
import { insertMessage } from '../entities/ticket/message.write.server.ts'
import { attachFiles } from '../entities/ticket/ticket-file.write.server.ts'
import { newId } from '../server/ids.server.ts'
import { mentionedIn } from './mentioned.server.ts'
import { checkFiles } from '../workflow/check-files.server.ts'
import { ticketVerb } from '../workflow/ticket-verb.server.ts'

/** A word among staff; the customer never sees it, nor finds it. */
export const note = ticketVerb(
  'note',
  async ({ change, ticket, body }) => {
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
    await dropDraft(change.db, { ticket: ticket.number, person: actorId(change.actor)!, kind: 'note' })
    return {
      details: { message: id, ...(await mentionedIn(change, ticket, body.text)) },
      words: [{ textId: `message:${id}`, audience: 'staff', text: body.text }],
    }
  },
  {
    check: ({ change, body }) => checkFiles(change.db, change.actor, body.files),
  },
)
