import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { FindableText } from '../../entities/ticket/words.write.server.ts'
import type { MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'

type Db = Transaction<Tables>
type Translated = { ticket: number; read(db: Db): Promise<FindableText[]> }

/** The findable texts, by whomever, into which someone wrote a version of their own. */
export async function textsTheyTranslated(db: Db, person: string): Promise<Translated[]> {
  const rows = await db
    .selectFrom('ticket_event')
    .select(['ticket_number as ticket', sql<string>`details ->> 'field'`.as('field')])
    .distinct()
    .where('actor_id', '=', person)
    .where('happened', '=', 'textTranslated')
    .execute()
  return rows.map(({ ticket, field }) => ({ ticket, read: (later) => readText(later, ticket, field) }))
}

async function readText(db: Db, ticket: number, field: string): Promise<FindableText[]> {
  const [kind = '', which = ''] = field.split(':')
  const { rows } = await sql<{ text_id: string; audience: FindableText['audience']; text: MultilingualText }>`
    select ticket_words.text_id, ticket_words.audience, texts.text
    from (
      select ${kind} as text_id, case ${kind} when 'title' then title else description end as text
      from ticket where number = ${ticket} and ${kind} in ('title', 'description')
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
