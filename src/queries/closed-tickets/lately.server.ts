import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { isCommon } from './has-words.server.ts'
import type { Filters } from './narrow.server.ts'

const newest = 100_000

/** `common`: whether the words are, where that had to be found out; it need not be asked again. */
export type Lately = { since?: Date; common?: boolean }

/**
 * Since when closings are looked through for a word that is common: since the newest 100,000 tickets began. A word that many
 * have, together with a filter that few of them meet, would be looked for in everything that ever closed. Nothing is left out
 * where a filter already says whose or which tickets, or when they closed.
 */
export async function lately(db: Kysely<Tables>, asked: Filters): Promise<Lately> {
  const { words, older, number, customer, organisation, closedFrom, closedTo } = asked
  if (words === undefined || older === 'yes') return {}
  if ([number, customer, organisation, closedFrom, closedTo].some((filter) => filter !== undefined)) return {}
  const { rows } = await sql<{ opened_at: Date }>`
    select opened_at from ticket
    where number <= (select max(number) from ticket) - ${newest}::int
    order by number desc
    limit 1`.execute(db)
  const since = rows[0]?.opened_at
  if (!since) return {}
  const common = await isCommon(db, words)
  return common ? { common, since } : { common }
}
