import { sql, type SqlBool } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import { configurationOf } from '../../entities/ticket/search-languages.ts'
import { normalise } from '../../entities/ticket/normalise.ts'
import type { Desk } from '../../events/desk.server.ts'
import { presentText } from '../../fields/multilingual-text/multilingual-text.ts'
import { visibleAsStaff } from '../../permissions/visible.server.ts'
import type { LookAlike } from './look-alikes.ts'
import { enough, sharedWords, tellingWords } from './telling-words.ts'

const most = 5
/** Of these the likeliest are shown: the newest that share two words, and the customer's own latest. */
const candidates = 60
const ofCustomer = 20
/** Pairs of so many words: ten questions in one. */
const longestWords = 5

/** Tickets that look like this one, as far as the reader sees them as staff; the likeliest first. */
export async function lookAlikes(desk: Desk, actor: Person, number: number): Promise<LookAlike[]> {
  const { title, customer, original } = await desk
    .read()
    .selectFrom('ticket')
    .select(['title', 'customer_id as customer', 'duplicate_of as original'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const { source, texts } = presentText(title)
  const words = tellingWords(texts[source]?.text ?? '')
  const rows = await alikeRows(desk, actor, { number, customer, words: [...words.keys()], language: source })
  return rows
    .filter((row) => row.number !== original)
    .map((row) => ({ row, shared: sharedWords(words, presentText(row.title)) }))
    .map(({ row, shared }) => ({ row, shared, same: row.customer_id === customer }))
    .filter(({ shared, same }) => shared.length >= (same ? 1 : enough(words.size)))
    .toSorted((one, other) => weight(other) - weight(one) || other.row.number - one.row.number)
    .slice(0, most)
    .map(({ row, shared, same }) => ({
      number: row.number,
      title: presentText(row.title),
      status: row.status,
      customer: { id: row.customer_id, name: row.customer_name },
      openedAt: row.opened_at.toISOString(),
      words: shared,
      sameCustomer: same,
    }))
}

/** The same customer weighs as much as one more word in common. */
const weight = ({ shared, same }: { shared: readonly string[]; same: boolean }): number =>
  shared.length + (same ? 1 : 0)

type Asked = { number: number; customer: string; words: readonly string[]; language: string }

function alikeRows(desk: Desk, actor: Person, { number, customer, words, language }: Asked) {
  const db = desk.read()
  const question = pairsOf(words, language)
  const theirs = db
    .selectFrom('ticket')
    .select('number')
    .where('customer_id', '=', customer)
    .orderBy('activity_at', 'desc')
    .orderBy('number', 'desc')
    .limit(ofCustomer)
  const worded = db
    .selectFrom('ticket_words')
    .select('ticket_number')
    .where('text_id', '=', 'title')
    .where(sql<SqlBool>`words @@ (${question ?? sql`''::tsquery`})`)
    .orderBy('ticket_number', 'desc')
    .limit(candidates)
  return (
    db
      .selectFrom('ticket')
      .innerJoin('users as customer', 'customer.id', 'ticket.customer_id')
      .select(['number', 'title', 'status', 'customer_id', 'opened_at', 'customer.name as customer_name'])
      // an array, so that the index is asked for these alone: two sub-selects with an or between them are held against every ticket
      .where(sql<SqlBool>`number = any (array(${question ? sql`${theirs} union ${worded}` : theirs}))`)
      .where('number', '<>', number)
      .where(visibleAsStaff(actor))
      .execute()
  )
}

/** Each two of the longest words: `(a & b) || (a & c) || …`, stemmed as the title is and once unstemmed. */
function pairsOf(words: readonly string[], language: string) {
  const telling = words.toSorted((one, other) => other.length - one.length).slice(0, longestWords)
  const pairs = telling.flatMap((one, at) => telling.slice(at + 1).map((other) => `${one} ${other}`))
  if (pairs.length === 0) return undefined
  const configurations = [...new Set([configurationOf(language), 'simple'])]
  return sql.join(
    pairs.flatMap((pair) => configurations.map((name) => sql`plainto_tsquery(${name}::regconfig, ${normalise(pair)})`)),
    sql` || `,
  )
}
