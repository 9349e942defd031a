import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { wordsOf } from '../../entities/ticket/words.write.server.ts'
import { addedFields } from '../../settings/added-fields/added-fields.server.ts'
import { findableCustom } from '../../settings/added-fields/findable-custom.ts'
import { findableTexts, type WholeTicket } from './whole-ticket.ts'

export const wordsName = 'words are those of the texts'

/** Comments of an older version are made findable by the worker, after the start: see conversation/older-comments. */
const commentsAreBehind = sql`select from search_word_state where comments_from is not null`

/** Makes the words of these tickets anew and compares: each text is there, for the right readers, with the right words. */
export async function wrongWords(db: Kysely<Tables>, tickets: readonly WholeTicket[]): Promise<string[]> {
  const fields = await addedFields(db)
  const expected = tickets.flatMap((ticket) =>
    [...findableTexts(ticket), ...findableCustom(fields, ticket.row.custom)].map(
      ({ textId, audience, text }) =>
        sql`(${ticket.row.number}::bigint, ${textId}::text, ${audience}::text, ${wordsOf(text)})`,
    ),
  )
  if (expected.length === 0) return []
  const { rows } = await sql<{ ticket: number; text: string; what: string }>`
    with expected (ticket_number, text_id, audience, words) as (values ${sql.join(expected)}),
    kept as (
      select * from ticket_words where ticket_number in (${sql.join(tickets.map(({ row }) => row.number))})
    )
    select
      coalesce(expected.ticket_number, kept.ticket_number) as ticket,
      coalesce(expected.text_id, kept.text_id) as text,
      case
        when kept.text_id is null then 'cannot be found'
        when expected.text_id is null then 'is found and is no text'
        when kept.audience <> expected.audience then 'is found by the wrong readers'
        else 'is found by other words'
      end as what
    from expected full join kept
      on kept.ticket_number = expected.ticket_number and kept.text_id = expected.text_id
    where (kept.text_id is null and not (expected.text_id = 'comment' and exists (${commentsAreBehind})))
      or expected.text_id is null
      or kept.audience <> expected.audience or kept.words <> expected.words
    order by 1, 2`.execute(db)
  return rows.map(({ ticket, text, what }) => `T-${ticket}: ${text} ${what}`)
}
