import { actorId } from '../entities/person/actor.ts'
import { editMessageText } from '../entities/ticket/message.write.server.ts'
import { rewritten } from '../fields/multilingual-text/rewritten.ts'
import { refuse, refuseFields } from '../server/errors/refusal.ts'
import { ticketVerb, type Scene } from '../workflow/ticket-verb.server.ts'
import { mentionedIn } from './mentioned.server.ts'

/** A note in other words, by whoever wrote it. What it said before stays readable among staff: it is kept in the event. */
export const editNote = ticketVerb(
  'edit-note',
  async (scene) => {
    const { change, ticket, body } = scene
    const { before, text } = await edited(scene)
    await editMessageText(change.db, ticket.number, body.message, text, change.at)
    return {
      details: { message: body.message, text: before, ...(await mentionedIn(change, ticket, text, before)) },
      words: [{ textId: `message:${body.message}`, audience: 'staff', text }],
    }
  },
  {
    // the same words again, as when they are saved twice, are no further version
    isSo: async (scene) => {
      const { before, text } = await edited(scene)
      return text === before
    },
  },
)

async function edited({ change, ticket, body }: Scene<'edit-note'>) {
  const note = await change.db
    .selectFrom('message')
    .select(['text', 'author_id'])
    .where('ticket_number', '=', ticket.number)
    .where('id', '=', body.message)
    .where('kind', '=', 'note')
    .executeTakeFirst()
  if (!note) refuseFields({ field: 'message', code: 'notInList' })
  if (note.author_id !== actorId(change.actor)) refuse('notAllowed', { variables: { permission: 'ticket.note' } })
  const by = { by: note.author_id, at: change.at.toISOString() }
  return { before: note.text, text: rewritten(note.text, body.text, by) }
}
