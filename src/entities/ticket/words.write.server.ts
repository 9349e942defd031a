import { sql, type Transaction } from 'kysely'
import { plainMarkdown } from '../../fields/multilingual-text/markdown.ts'
import type { MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import { behind } from '../../server/db/sending.server.ts'
import type { Tables } from '../tables.ts'
import type { FindableText } from './findable-text.ts'
import { normalise, wordsWithoutAccents } from './normalise.ts'
import { configurationOf } from './search-languages.ts'

export type { FindableText }

/** Makes the texts findable, in every language that they have; a text that was there before is replaced. */
export async function writeWords(
  db: Transaction<Tables>,
  ticket: number,
  texts: readonly FindableText[],
): Promise<void> {
  const words = db
    .insertInto('ticket_words')
    .values(
      texts.map(({ textId, audience, text }) => ({
        ticket_number: ticket,
        text_id: textId,
        audience,
        words: wordsOf(text),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['ticket_number', 'text_id']).doUpdateSet((set) => ({
        audience: set.ref('excluded.audience'),
        words: set.ref('excluded.words'),
      })),
    )
  await behind(db, words)
}

/** Texts that a ticket does not have any more. */
export async function removeWords(db: Transaction<Tables>, ticket: number, textIds: readonly string[]): Promise<void> {
  if (textIds.length === 0) return
  await db.deleteFrom('ticket_words').where('ticket_number', '=', ticket).where('text_id', 'in', textIds).execute()
}

/** The text of an added field is staff's alone from now on, on every ticket. */
export async function closeWords(db: Transaction<Tables>, textId: `custom:${string}`): Promise<void> {
  // as many as there are tickets that have it
  await sql`set local statement_timeout = '15min'`.execute(db)
  await db
    .updateTable('ticket_words')
    .set({ audience: 'staff' })
    .where('text_id', '=', textId)
    // said again, in so many words, for the index that holds those alone
    .where(sql<boolean>`text_id like 'custom:%'`)
    .where('audience', '=', 'everyone')
    .execute()
}

/** The words of a text, each language by its own rules; as SQL, since the database makes them. */
export function wordsOf(text: MultilingualText) {
  // in an order of their own: jsonb does not keep the one in which they were written
  const versions = Object.entries(text.texts).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const parts = versions.flatMap(([language, version]) => {
    const normal = normalise(plainMarkdown(version.text))
    const bare = wordsWithoutAccents(normal)
    return [normal, ...(bare === '' ? [] : [bare])].map(
      (words) => sql`to_tsvector(${configurationOf(language)}::regconfig, ${words})`,
    )
  })
  return sql<string>`${sql.join(parts, sql` || `)}`
}
