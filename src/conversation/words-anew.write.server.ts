import { sql, type Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { closeWords, wordsOf, writeWords, type FindableText } from '../entities/ticket/words.write.server.ts'
import type { MultilingualText } from '../fields/multilingual-text/multilingual-text.ts'

type Db = Transaction<Tables>

/** Where a text stands: 'title', 'comment', 'solution:2', 'message:<id>'. */
export type Place = { ticket: number; field: string }

/** What stands in place of someone's words is found by its own. */
export const wordsInPlace = (text: MultilingualText) => wordsOf(text)

/** A text that customers could read is staff's alone from now on, on every ticket. */
export const wordsForStaffAlone = closeWords

/** Texts that were rewritten are found by what is left of them. */
export async function wordsAnew(db: Db, places: readonly Place[]): Promise<void> {
  for (const { ticket, field } of places) {
    const texts = await readText(db, ticket, field)
    if (texts.length > 0) await writeWords(db, ticket, texts)
  }
}

async function readText(db: Db, ticket: number, field: string): Promise<FindableText[]> {
  const [kind = '', which = ''] = field.split(':')
  const { rows } = await sql<{ text_id: string; audience: FindableText['audience']; text: MultilingualText }>`
    select ticket_words.text_id, ticket_words.audience, texts.text
    from (
      select ${kind} as text_id, case ${kind} when 'title' then title when 'comment' then comment else description end as text
      from ticket where number = ${ticket} and ${kind} in ('title', 'description', 'comment')
      union all
      select 'solution:' || round, text from solution_round
      where ticket_number = ${ticket} and ${kind} = 'solution' and (${which} = '' or round::text = ${which})
      union all
      select 'message:' || id, text from message
      where ticket_number = ${ticket} and ${kind} = 'message' and id::text = ${which}
    ) as texts
    join ticket_words on ticket_words.ticket_number = ${ticket} and ticket_words.text_id = texts.text_id`.execute(db)
  return rows.map((row) => ({ textId: row.text_id, audience: row.audience, text: row.text }))
}
