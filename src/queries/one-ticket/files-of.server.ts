import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tables } from '../../entities/tables.ts'

/**
 * A file follows its text: a note's is staff's, a solution's is theirs until the round went out, an added field's is for whom
 * the field is, as long as the field holds it.
 */
export const isForEveryone = sql<boolean>`(case
  when ticket_file.text_id like 'solution:%' then exists (
    select from solution_round
    where solution_round.ticket_number = ticket_file.ticket_number
      and solution_round.round::text = substr(ticket_file.text_id, 10)
      and solution_round.offered_at is not null
  )
  when ticket_file.text_id like 'message:%' then exists (
    select from message
    where message.ticket_number = ticket_file.ticket_number
      and message.id::text = substr(ticket_file.text_id, 9)
      and message.kind = 'reply'
  )
  when ticket_file.text_id like 'field:%' then
    ticket.custom ->> substr(ticket_file.text_id, 7) = ticket_file.id::text and exists (
      select from added_field
      where added_field.key = substr(ticket_file.text_id, 7) and added_field.visible_to = 'everyone'
    )
  else true
end)`

/**
 * A file of the answer that `ticket` is shown from its original: it follows that text to each duplicate. Once the answer was
 * taken back its files are nobody's there any more, also where a yes to its words stands.
 */
export const isOfAnswer = sql<boolean>`(
  ticket_file.ticket_number = ticket.answer_ticket
  and ticket_file.text_id = 'solution:' || ticket.answer_round
  and ticket_file.left_out is null
  and exists (
    select from solution_round
    where solution_round.ticket_number = ticket.answer_ticket and solution_round.round = ticket.answer_round
      and solution_round.offered_at is not null and solution_round.state <> 'withdrawn'
  )
)`

/** The files as a column of the ticket that is asked for. */
export const filesOf = (eb: ExpressionBuilder<Tables, 'ticket'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('ticket_file')
      .select(['ticket_file.id', 'ticket_file.name', 'ticket_file.type', 'ticket_file.size', 'ticket_file.text_id'])
      .select('ticket_file.left_out')
      .select(isForEveryone.as('for_everyone'))
      .whereRef('ticket_file.ticket_number', '=', 'ticket.number')
      .orderBy('ticket_file.at')
      .orderBy('ticket_file.place'),
  )

/** Of a duplicate: the files of the answer that it is shown. */
export const answerFilesOf = (eb: ExpressionBuilder<Tables, 'ticket'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('ticket_file')
      .select([
        'ticket_file.id',
        'ticket_file.name',
        'ticket_file.type',
        'ticket_file.size',
        'ticket_file.text_id as of',
      ])
      .where(isOfAnswer)
      .orderBy('ticket_file.at')
      .orderBy('ticket_file.place'),
  )
