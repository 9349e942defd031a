import type { Insertable, Selectable, Transaction } from 'kysely'
import type { MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import type { Tables } from '../tables.ts'
import type { SolutionRoundRow } from './ticket-tables.ts'

export type Round = Selectable<SolutionRoundRow>
type Db = Transaction<Tables>

/** Adds the next round; rounds are kept, so a reopened ticket goes on counting. Returns its number. */
export async function addRound(
  db: Db,
  round: { ticket: number; author: string; text: MultilingualText; at: Date; offered: boolean },
): Promise<number> {
  const last = await db
    .selectFrom('solution_round')
    .select((eb) => eb.fn.max<number | null>('round').as('round'))
    .where('ticket_number', '=', round.ticket)
    .executeTakeFirst()
  const number = (last?.round ?? 0) + 1
  const row: Insertable<SolutionRoundRow> = {
    ticket_number: round.ticket,
    round: number,
    author_id: round.author,
    text: JSON.stringify(round.text),
    proposed_text: null,
    state: round.offered ? 'offered' : 'inReview',
    proposed_at: round.at,
    offered_at: round.offered ? round.at : null,
    reviewed_by: null,
    self_reviewed: false,
    decided_at: null,
    reason: null,
  }
  await db.insertInto('solution_round').values(row).execute()
  return number
}

/** Rounds are numbered from 1 in their ticket. One that is not there is a mistake of ours: throws. */
export async function readRound(db: Db, ticket: number, round: number): Promise<Round> {
  return db
    .selectFrom('solution_round')
    .selectAll()
    .where('ticket_number', '=', ticket)
    .where('round', '=', round)
    .executeTakeFirstOrThrow()
}

/** Writes the given columns of a round, texts as they are read; of one that is not there nothing is written. */
export async function updateRound(db: Db, ticket: number, round: number, set: Partial<Round>): Promise<void> {
  const columns: Record<string, unknown> = { ...set }
  for (const name of ['text', 'proposed_text', 'reason'])
    if (columns[name]) columns[name] = JSON.stringify(columns[name])
  await db
    .updateTable('solution_round')
    .set(columns)
    .where('ticket_number', '=', ticket)
    .where('round', '=', round)
    .execute()
}
