import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { presentText } from '../../fields/multilingual-text/multilingual-text.ts'
import type { PresentedRound, PresentedSolution } from './one-ticket.ts'
import type { FoundTicket } from './read-ticket.server.ts'

/**
 * The solution block with its rounds. A customer sees a round from the moment it went out to them, never before; while the
 * next one is being made, the block still shows the last that they got since the ticket was last reopened.
 */
export async function readSolution(
  db: Kysely<Tables>,
  row: FoundTicket,
  side: 'staff' | 'customer',
): Promise<PresentedSolution | null> {
  // before the first proposal there is nothing to ask for
  if (row.solution_round === null) return null
  const rounds = await selectRounds(db, row.number)
  const shown = side === 'staff' ? rounds : rounds.filter((round) => round.offered_at !== null)
  const present = side === 'staff' ? shown.at(-1) : shown.findLast((round) => !round.before_reopening)
  if (!present) return null
  const { state, text, round, author } = presentRound(present, side)
  const asksVerdict = row.asks_verdict === true && round === row.solution_round
  return { state, text, round, author, asksVerdict, rounds: shown.map((each) => presentRound(each, side)) }
}

async function selectRounds(db: Kysely<Tables>, number: number) {
  return db
    .selectFrom('solution_round')
    .innerJoin('users as author', 'author.id', 'solution_round.author_id')
    .leftJoin('users as reviewer', 'reviewer.id', 'solution_round.reviewed_by')
    .select(['round', 'author_id', 'text', 'proposed_text', 'state', 'proposed_at', 'offered_at', 'reviewed_by'])
    .select(['self_reviewed', 'decided_at', 'reason'])
    .select(['author.name as author_name', 'reviewer.name as reviewer_name'])
    .select(
      sql<boolean>`exists (
        select from ticket_event
        where ticket_event.ticket_number = solution_round.ticket_number
          and happened = 'ticketReopened' and at > solution_round.proposed_at
      )`.as('before_reopening'),
    )
    .where('ticket_number', '=', number)
    .orderBy('round')
    .execute()
}

function presentRound(
  round: Awaited<ReturnType<typeof selectRounds>>[number],
  side: 'staff' | 'customer',
): PresentedRound {
  const staff = side === 'staff'
  // a withdrawal's reason is told to the customer once the solution had been theirs; a return's never is
  const reasonShown = staff || round.state === 'declined' || round.state === 'withdrawn'
  return {
    round: round.round,
    state: round.state,
    text: presentText(round.text),
    proposedText: staff && round.proposed_text ? presentText(round.proposed_text) : null,
    author: { id: round.author_id, name: round.author_name },
    proposedAt: (staff ? round.proposed_at : round.offered_at!).toISOString(),
    offeredAt: round.offered_at?.toISOString() ?? null,
    reviewedBy: staff && round.reviewed_by ? { id: round.reviewed_by, name: round.reviewer_name ?? '' } : null,
    selfReviewed: staff && round.self_reviewed,
    decidedAt: round.decided_at?.toISOString() ?? null,
    reason: reasonShown && round.reason ? presentText(round.reason) : null,
  }
}
