import { actorId } from '../entities/person/actor.ts'
import { editMessageText } from '../entities/ticket/message.write.server.ts'
import { withTranslation, type MultilingualText } from '../fields/multilingual-text/multilingual-text.ts'
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
  const text = inPlaceOf(note.text, body.text, { by: note.author_id, at: change.at.toISOString() })
  await editMessageText(change.db, ticket.number, body.message, text, change.at)
  return {
    details: { message: body.message, text: note.text, ...(await mentionedIn(change, ticket, text, note.text)) },
    words: [{ textId: `message:${body.message}`, audience: 'staff', text }],
  }
})

/** In the same language its translations stay, outdated; in another it is a new text. */
function inPlaceOf(before: MultilingualText, now: MultilingualText, by: { by: string; at: string }): MultilingualText {
  const { text } = now.texts[now.source]!
  return before.source === now.source ? withTranslation(before, before.source, text, by) : now
}
