import { actorId } from '../entities/person/actor.ts'
import { updateMessageText } from '../entities/ticket/message.write.server.ts'
import { updateRound } from '../entities/ticket/solution-round.write.server.ts'
import type { Ticket } from '../entities/tables.ts'
import type { FindableText } from '../entities/ticket/words.write.server.ts'
import type { Change } from '../events/desk.server.ts'
import { withTranslation, type MultilingualText } from '../fields/multilingual-text/multilingual-text.ts'
import type { Side } from '../permissions/sight.ts'
import { refuse, refuseFields } from '../server/errors/refusal.ts'
import { ticketVerb, type Outcome } from '../workflow/ticket-verb.server.ts'
import { ticketEntity } from '../entities/ticket/ticket.ts'

/** One text of a ticket: who wrote it, and how a new version of it is kept. */
type Place = {
  text: MultilingualText
  writer: string
  max: number
  keep(text: MultilingualText): Promise<Outcome>
}

/** Adds or corrects one language of one text. Staff do it for every text they see, writers for their own. */
export const translate = ticketVerb('translate', async ({ change, ticket, body, side }) => {
  const place = await find(change, ticket, body.field, side)
  if (!place) refuseFields({ field: 'field', code: 'notInList' })
  const by = actorId(change.actor)
  if (side === 'customer' && place.writer !== by) refuse('notAllowed', { variables: { permission: 'ticket.translate' } })
  if (body.text.length > place.max)
    refuseFields({ field: 'text', code: 'tooLong', max: place.max, length: body.text.length })
  const text = withTranslation(place.text, body.language, body.text, { by: by ?? undefined, at: change.at.toISOString() })
  const outcome = await place.keep(text)
  return { ...outcome, details: { field: body.field, language: body.language } }
})

async function find(change: Change, ticket: Ticket, field: string, side: Side): Promise<Place | null> {
  if (field === 'title' || field === 'description') return ofTicket(ticket, field)
  if (field === 'comment') return ticket.comment && { ...commentOf(ticket, ticket.comment) }
  const [kind, which] = field.split(':')
  if (kind === 'solution') return ofRound(change, ticket, Number(which ?? ticket.solution_round), side)
  if (kind === 'message' && which) return ofMessage(change, ticket, which, side)
  return null
}

function ofTicket(ticket: Ticket, field: 'title' | 'description'): Place {
  return {
    text: ticket[field],
    writer: ticket.customer_id,
    max: ticketEntity[field].max,
    keep: async (text) => ({ set: { [field]: text }, words: [words(field, 'everyone', text)] }),
  }
}

function commentOf(ticket: Ticket, comment: MultilingualText): Place {
  return {
    text: comment,
    writer: ticket.customer_id,
    max: ticketEntity.rating.fields.comment.max,
    keep: async (text) => ({ set: { comment: text } }),
  }
}

async function ofRound(change: Change, ticket: Ticket, round: number, side: Side): Promise<Place | null> {
  if (!Number.isSafeInteger(round) || round > 2 ** 31 - 1) return null
  const row = await change.db
    .selectFrom('solution_round')
    .select(['text', 'author_id', 'offered_at'])
    .where('ticket_number', '=', ticket.number)
    .where('round', '=', round)
    .executeTakeFirst()
  if (!row || (side === 'customer' && !row.offered_at)) return null
  return {
    text: row.text,
    writer: row.author_id,
    max: ticketEntity.solution.fields.solution.max,
    keep: async (text) => {
      await updateRound(change.db, ticket.number, round, { text })
      return { words: [words(`solution:${round}`, row.offered_at ? 'everyone' : 'staff', text)] }
    },
  }
}

async function ofMessage(change: Change, ticket: Ticket, id: string, side: Side): Promise<Place | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null
  const row = await change.db
    .selectFrom('message')
    .select(['text', 'author_id', 'kind'])
    .where('ticket_number', '=', ticket.number)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || (side === 'customer' && row.kind === 'note')) return null
  return {
    text: row.text,
    writer: row.author_id,
    max: ticketEntity.solution.fields.solution.max,
    keep: async (text) => {
      await updateMessageText(change.db, ticket.number, id, text)
      return { words: [words(`message:${id}`, row.kind === 'note' ? 'staff' : 'everyone', text)] }
    },
  }
}

const words = (textId: string, audience: FindableText['audience'], text: MultilingualText): FindableText => ({
  textId,
  audience,
  text,
})
