import { sql, type ExpressionBuilder, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { mayBeRead, numberTyped, wordedQuestion } from '../words-match.server.ts'

/**
 * Tickets whose number or words are asked for. The planner cannot know how common a word is: for a rare one it walked through
 * all closings (2.8 s among a million, 9 ms by the index), for a common one it gathered all its tickets first. So the newest
 * tickets are asked how common it is: rare words are looked up, common ones are met on the way through the list.
 */
export async function hasWords(
  db: Kysely<Tables>,
  words: string,
  actor: Person,
  { numberPrefix, exactNumber, common, most = few }: Asking,
) {
  const number = numberTyped(words, numberPrefix)
  const question = await wordedQuestion(db, words)
  const isRare = !(common ?? (await isCommon(db, words)))
  const found = isRare ? await lookUp(db, question, actor, most + 1) : []
  return (eb: ExpressionBuilder<Tables, 'closing'>) => {
    const matches = !isRare
      ? metOnTheWay(question, actor)(eb)
      : found.length > most
        ? eb('closing.ticket_number', 'in', ticketsWith(db, question, actor))
        : isOneOf(found)
    if (number === undefined) return matches
    const itself = eb('closing.ticket_number', '=', number)
    return exactNumber === 'too' ? eb.or([itself, matches]) : eb.and([eb.not(itself), matches])
  }
}

type Asking = { numberPrefix: string; exactNumber: ExactNumber; common: boolean | undefined; most?: number }

/** What becomes of the ticket whose number was typed: it is among the others, or it stands before them already. */
export type ExactNumber = 'too' | 'apart'

const newest = 300
const enough = 6
/** A word that is rare among the new ones may have been common before: no more than these are carried here and back. */
const few = 10_000

/**
 * Ticket by ticket, and no further than it is plain: by a bound that is known only while it runs, all eight million texts were
 * read (3.5 s among a million tickets).
 */
export async function isCommon(db: Kysely<Tables>, words: string): Promise<boolean> {
  const question = await wordedQuestion(db, words)
  const { rows } = await sql<{ texts: number }>`
    select count(*) as texts
    from (
      select
      from (select number from ticket order by number desc limit ${newest}::int) as newest
      cross join lateral (select words from ticket_words where ticket_number = newest.number offset 0) as text
      where words @@ (${question})
      limit ${enough}::int
    ) as found`.execute(db)
  return rows[0]!.texts >= enough
}

async function lookUp(
  db: Kysely<Tables>,
  question: RawBuilder<unknown>,
  actor: Person,
  limit: number,
): Promise<number[]> {
  const rows = await ticketsWith(db, question, actor).distinct().limit(limit).execute()
  return rows.map((row) => row.ticket_number)
}

const ticketsWith = (db: Kysely<Tables>, question: RawBuilder<unknown>, actor: Person) =>
  db
    .selectFrom('ticket_words')
    .select('ticket_number')
    .where(sql<SqlBool>`words @@ (${question})`)
    .where((text) => mayBeRead(text, actor))

const isOneOf = (numbers: readonly number[]) => sql<SqlBool>`closing.ticket_number = any (${[...numbers]}::bigint[])`

/** `offset 0` keeps the question where it stands: asked of each closing in turn, until the page is full. */
const metOnTheWay = (question: RawBuilder<unknown>, actor: Person) => (eb: ExpressionBuilder<Tables, 'closing'>) =>
  eb.exists(
    eb
      .selectFrom('ticket_words')
      .select('ticket_words.text_id')
      .whereRef('ticket_words.ticket_number', '=', 'closing.ticket_number')
      .where(sql<SqlBool>`ticket_words.words @@ (${question})`)
      .where((text) => mayBeRead(text, actor))
      .offset(sql<number>`0`),
  )
