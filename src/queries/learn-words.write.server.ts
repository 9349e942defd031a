import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Desk } from '../events/desk.server.ts'
import type { MultilingualText } from '../fields/multilingual-text/multilingual-text.ts'
import { wordsOfText } from './words-of-text.ts'

const eventsAtOnce = 500
/** Positions are given before commits, so a late comer may stand behind what was read last: the newest are read twice. */
const lookBehind = 200
/** Cutting the texts of that many into words holds up whoever asks the same process for a moment, not for seconds. */
const ticketsAtOnce = 200

/** Learns the words of the tickets that something happened to since. Safe to call again: a word is there once. */
export async function learnWords(desk: Desk): Promise<number> {
  let learnt = 0
  for (;;) {
    const { events, words } = await desk.database.primary.transaction().execute(learnSome)
    learnt += words
    if (events < eventsAtOnce) return learnt
  }
}

/** One learner at a time; the others find nothing to do. */
async function learnSome(db: Transaction<Tables>): Promise<{ events: number; words: number }> {
  const { rows: got } = await sql<{ alone: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('search words', 0)) as alone`.execute(db)
  if (!got[0]!.alone) return { events: 0, words: 0 }
  const { rows } = await sql<{ ticket: number; position: number }>`
    select event.ticket_number as ticket, event.position
    from ticket_event as event
    where event.position > (select position - ${lookBehind}::bigint from search_word_state)
    order by event.position
    limit ${eventsAtOnce + lookBehind}`.execute(db)
  const last = rows.at(-1)
  if (!last) return { events: 0, words: 0 }
  const { rows: state } = await sql<{ moved: boolean }>`
    update search_word_state set position = ${last.position}
    where position < ${last.position}
    returning true as moved`.execute(db)
  if (state.length === 0) return { events: 0, words: 0 }
  const words = await wordsOfTickets(db, [...new Set(rows.map(({ ticket }) => ticket))])
  return { events: rows.length, words: await keepWords(db, words) }
}

async function keepWords(db: Kysely<Tables>, words: readonly string[]): Promise<number> {
  if (words.length === 0) return 0
  const { numAffectedRows } = await sql`
    insert into search_word (word)
    select unnest(${[...words].toSorted()}::text[])
    on conflict do nothing`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/**
 * Forgets every word of some tickets, before what they say is erased: a name must not outlive its person here. Words that
 * others use too are learnt again with the next ticket that has them.
 */
export async function forgetWords(db: Transaction<Tables>, tickets: readonly number[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('search words', 0))`.execute(db)
  for (let from = 0; from < tickets.length; from += ticketsAtOnce) {
    const words = await wordsOfTickets(db, tickets.slice(from, from + ticketsAtOnce))
    if (words.length > 0) await sql`select erase_search_words(${words}::text[])`.execute(db)
  }
}

async function wordsOfTickets(db: Kysely<Tables>, tickets: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ text: MultilingualText }>`
    select title as text from ticket where number = any (${[...tickets]}::bigint[])
    union all
    select description from ticket where number = any (${[...tickets]}::bigint[])
    union all
    select comment from ticket where number = any (${[...tickets]}::bigint[]) and comment is not null
    union all
    select text from solution_round where ticket_number = any (${[...tickets]}::bigint[])
    union all
    select text from message where ticket_number = any (${[...tickets]}::bigint[])`.execute(db)
  const words = new Set<string>()
  for (const { text } of rows)
    for (const version of Object.values(text.texts)) for (const word of wordsOfText(version.text)) words.add(word)
  return [...words]
}
