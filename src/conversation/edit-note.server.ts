import { actorId } from '../entities/person/actor.ts'
import { editMessageText } from '../entities/ticket/message.write.server.ts'
import { rewritten } from '../fields/multilingual-text/rewritten.ts'
import { refuse, refuseFields } from '../server/errors/refusal.ts'
import { ticketVerb } from '../workflow/ticket-verb.server.ts'
import { mentionedIn } from './mentioned.server.ts'

/** A note in other words, by whoever wrote it. What it said before stays readable among staff: it is kept in the event. */
export const editNote = ticketVerb('edit-note', async ({ change, ticket, body }) => {
  const note = await change.db
    .selectFrom('message')
    .select(['text', 'author_id'])
    .where('ticket_number', '=', ticket.number)
    .where('id', '=', body.message)
    .where('kind', '=', 'note')
    .executeTakeFirst()
  if (!note) refuseFields({ field: 'message', code: 'notInList' })
  if (note.author_id !== actorId(change.actor)) refuse('notAllowed', { variables: { permission: 'ticket.note' } })
  const text = rewritten(note.text, body.text, { by: note.author_id, at: change.at.toISOString() })
  await editMessageText(change.db, ticket.number, body.message, text, change.at)
  return {
    details: { message: body.message, text: note.text, ...(await mentionedIn(change, ticket, text, note.text)) },
    words: [{ textId: `message:${body.message}`, audience: 'staff', text }],
  }
})
