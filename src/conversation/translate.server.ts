import { actorId, type Actor } from '../entities/person/actor.ts'
import { updateMessageText } from '../entities/ticket/message.write.server.ts'
import { updateRound } from '../entities/ticket/solution-round.write.server.ts'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { FindableText } from '../entities/ticket/words.write.server.ts'
import { isAmongStaff } from '../events/among-staff.ts'
import type { Change } from '../events/desk.server.ts'
import type { Happened } from '../events/happened.ts'
import { reasonField, roundOfReason, seqOfReason } from '../events/reasons.ts'
import { readReasons } from '../events/reasons.server.ts'
import {
  mostLanguages,
  withTranslation,
  type MultilingualText,
  type MultilingualTextType,
} from '../fields/multilingual-text/multilingual-text.ts'
import { isId } from '../fields/user-group/user-group.ts'
import type { Side } from '../permissions/sight.ts'
import { refuse, refuseFields } from '../server/errors/refusal.ts'
import { fieldOf, isAskedOf, isFor } from '../settings/added-fields/added-field.ts'
import { addedFields } from '../settings/added-fields/added-fields.server.ts'
import { customTextId } from '../settings/added-fields/findable-custom.ts'
import { ticketVerb, type Outcome } from '../workflow/ticket-verb.server.ts'
import { ticketEntity, ticketTexts } from '../entities/ticket/ticket.ts'

/** One text of a ticket: who wrote it, and how a new version of it is kept. */
type Place = {
  /** As it is kept everywhere, however it was asked for: erasing, and what finds its words, go by the very name. */
  name: string
  text: MultilingualText
  /** null: the system. */
  writer: string | null
  field: MultilingualTextType
  /** Its original is fixed even for its writer: somebody decides or decided on it, or went by it. */
  fixed?: true
  keep(text: MultilingualText): Promise<Outcome>
}

/**
 * Adds or corrects one language of one text. Staff do it for every text they see, writers for their own. The original is its
 * writer's alone. A solution's and a reason's are nobody's: a solution is withdrawn and proposed again, or edited by whoever
 * approves it; a reason stays as it was when somebody went by it.
 */
export const translate = ticketVerb('translate', async ({ change, ticket, body, side }) => {
  const place = await find(change, ticket, body.field, side)
  if (!place) refuseFields({ field: 'field', code: 'notInList' })
  const by = actorId(change.actor)
  if (!translatesAll(change.actor, side) && place.writer !== by)
    refuse('notAllowed', { variables: { permission: 'ticket.translate' } })
  if (body.language === place.text.source && (place.fixed || place.writer !== by))
    refuseFields({ field: 'language', code: 'originalStays' })
  refuseOneMore(place.text, body.language)
  const said = read(place.field, body.language, body.text)
  const text = withTranslation(place.text, body.language, said, { by: by ?? undefined, at: change.at.toISOString() })
  const outcome = await place.keep(text)
  const was = place.text.texts[body.language]?.text ?? null
  return { ...outcome, details: { field: place.name, language: body.language, was, text: said } }
})

/** Who may not, and owns the ticket, is here by that: also where a right to see every ticket shows it from the side of staff. */
const translatesAll = (actor: Actor, side: Side): boolean =>
  side === 'staff' && (actor.kind === 'system' || actor.permissions.has('ticket.translate'))

/** As many as a text may have when it is written; one after the other there would be no end to the row. */
function refuseOneMore({ texts }: MultilingualText, language: string): void {
  if (!Object.hasOwn(texts, language) && Object.keys(texts).length >= mostLanguages)
    refuseFields({ field: 'language', code: 'tooManyLanguages', max: mostLanguages })
}

/** Tidied and measured as the field itself would do it: a title in another language has no line breaks either. */
function read(field: MultilingualTextType, language: string, text: string): string {
  const parsed = field.parse(text, () => language)
  if (!parsed.ok) refuseFields({ field: 'text', ...parsed.problem })
  return parsed.value.texts[language]!.text
}

async function find(change: Change, ticket: Ticket, field: string, side: Side): Promise<Place | null> {
  if (field === 'title' || field === 'description') return ofTicket(ticket, field)
  if (field === 'comment') return ticket.comment && { ...commentOf(ticket, ticket.comment) }
  const [kind, which, ...surplus] = field.split(':')
  if (surplus.length > 0) return null
  if (kind === 'solution') return ofRound(change, ticket, which ?? String(ticket.solution_round), side)
  if (kind === 'message' && which) return ofMessage(change, ticket, which.toLowerCase(), side)
  if (kind === 'custom' && which) return ofCustom(change, ticket, which, side)
  return ofReason(change, ticket, seqOfReason(field), side)
}

function ofTicket(ticket: Ticket, field: 'title' | 'description'): Place {
  return {
    name: field,
    text: ticket[field],
    writer: ticket.customer_id,
    field: ticketEntity[field],
    keep: async (text) => ({ set: { [field]: text }, words: [words(field, 'everyone', text)] }),
  }
}

function commentOf(ticket: Ticket, comment: MultilingualText): Place {
  return {
    name: 'comment',
    text: comment,
    writer: ticket.customer_id,
    field: ticketEntity.rating.fields.comment,
    keep: async (text) => ({ set: { comment: text }, words: [words('comment', 'everyone', text)] }),
  }
}

async function ofRound(change: Change, ticket: Ticket, which: string, side: Side): Promise<Place | null> {
  const round = Number(which)
  // 'solution:02' names none, as with reasons
  if (!Number.isSafeInteger(round) || round > 2 ** 31 - 1 || which !== String(round)) return null
  const row = await change.db
    .selectFrom('solution_round')
    .select(['text', 'author_id', 'offered_at'])
    .where('ticket_number', '=', ticket.number)
    .where('round', '=', round)
    .executeTakeFirst()
  if (!row || (side === 'customer' && !row.offered_at)) return null
  const name = `solution:${round}`
  return {
    name,
    text: row.text,
    writer: row.author_id,
    field: ticketEntity.solution.fields.solution,
    fixed: true,
    keep: async (text) => {
      await updateRound(change.db, ticket.number, round, { text })
      return { words: [words(name, row.offered_at ? 'everyone' : 'staff', text)] }
    },
  }
}

async function ofMessage(change: Change, ticket: Ticket, id: string, side: Side): Promise<Place | null> {
  if (!isId(id)) return null
  const row = await change.db
    .selectFrom('message')
    .select(['text', 'author_id', 'kind'])
    .where('ticket_number', '=', ticket.number)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || (side === 'customer' && row.kind === 'note')) return null
  const name = `message:${id}`
  return {
    name,
    text: row.text,
    writer: row.author_id,
    field: ticketTexts[row.kind],
    keep: async (text) => {
      await updateMessageText(change.db, ticket.number, id, text)
      return { words: [words(name, row.kind === 'note' ? 'staff' : 'everyone', text)] }
    },
  }
}

/** Of an added field. Staff correct its original in the field; what is among them alone its customer does not know of. */
async function ofCustom(change: Change, ticket: Ticket, key: string, side: Side): Promise<Place | null> {
  const field = (await addedFields(change.db)).find((one) => one.key === key)
  if (field?.type !== 'multilingual-text' || !isFor(field, side ?? 'customer') || !Object.hasOwn(ticket.custom, key))
    return null
  const text = ticket.custom[key] as MultilingualText
  const by = text.texts[text.source]?.by
  const writer = isAskedOf(field, 'customer') ? ticket.customer_id : null
  return {
    name: customTextId(key),
    text,
    writer,
    field: fieldOf(field) as MultilingualTextType,
    ...(by !== undefined && by !== writer && { fixed: true }),
    keep: async (said) => ({
      set: { custom: { ...ticket.custom, [key]: said } },
      words: [words(customTextId(key), field.visibleTo, said)],
    }),
  }
}

/** Of what a customer does not read of, they do not read the reason either. */
async function ofReason(change: Change, ticket: Ticket, seq: number | null, side: Side): Promise<Place | null> {
  if (seq === null) return null
  const event = await change.db
    .selectFrom('ticket_event')
    .select(['seq', 'happened', 'actor_id', 'at', 'details'])
    .where('ticket_number', '=', ticket.number)
    .where('seq', '=', seq)
    .executeTakeFirst()
  if (!event || (side === 'customer' && isAmongStaff(event.happened as Happened, event.details))) return null
  const text = (await readReasons(change.db, ticket.number, [event])).get(seq)
  if (!text) return null
  const round = roundOfReason(event)
  return {
    name: reasonField(seq),
    text,
    writer: event.actor_id,
    field: ticketTexts.reason,
    fixed: true,
    // the event that tells of the translation is where a reason's is kept; a round has a copy
    keep: async (reason) => {
      if (round !== undefined) await updateRound(change.db, ticket.number, round, { reason })
      return {}
    },
  }
}

const words = (textId: string, audience: FindableText['audience'], text: MultilingualText): FindableText => ({
  textId,
  audience,
  text,
})
