import type { Transaction } from 'kysely'
import { writeWords } from '../entities/ticket/words.write.server.ts'
import type { Tables } from '../entities/tables.ts'
import type { Desk } from '../events/desk.server.ts'

const atOnce = 500

/**
 * Makes comments findable that were written before comments were: by the words that the product itself cuts, which no migration
 * can. Done once; a turn that is broken off is gone on with.
 */
export async function findOlderComments(desk: Desk): Promise<void> {
  while (await desk.database.primary.transaction().execute(findSome));
}

async function findSome(db: Transaction<Tables>): Promise<boolean> {
  const state = await db
    .selectFrom('search_word_state')
    .select('comments_from')
    // nothing is locked, and so nothing written, once it is done
    .where('comments_from', 'is not', null)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!state || state.comments_from === null) return false
  // locked, so that a rating that is changed meanwhile comes after
  const rows = await db
    .selectFrom('ticket')
    .select(['number', 'comment'])
    .where('number', '>', state.comments_from)
    .where('comment', 'is not', null)
    .orderBy('number')
    .limit(atOnce)
    .forNoKeyUpdate()
    .execute()
  for (const { number, comment } of rows)
    await writeWords(db, number, [{ textId: 'comment', audience: 'everyone', text: comment! }])
  const more = rows.length === atOnce
  await db
    .updateTable('search_word_state')
    .set({ comments_from: more ? rows.at(-1)!.number : null })
    .execute()
  return more
}
