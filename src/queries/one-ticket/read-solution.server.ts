import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tables } from '../../entities/tables.ts'
import { presentText } from '../../fields/multilingual-text/multilingual-text.ts'
import type { PresentedRound, PresentedSolution } from './one-ticket.ts'
import type { FoundTicket } from './read-ticket.server.ts'

/**
 * The solution block with its rounds. A customer sees a round from the moment it went out to them, never before; while the
 * next one is being made, the block still shows the last that they got since the ticket was last reopened.
 */
export function solutionOf(row: FoundTicket, side: 'staff' | 'customer'): PresentedSolution | null {
  if (row.solution_round === null) return null
  const { rounds } = row
  const shown = side === 'staff' ? rounds : rounds.filter((round) => round.offered_at !== null)
  const present = side === 'staff' ? shown.at(-1) : shown.findLast((round) => !round.before_reopening)
  if (!present) return null
  const { state, text, round, author } = presentRound(present, side)
  const asksVerdict = row.asks_verdict === true && round === row.solution_round
  return { state, text, round, author, asksVerdict, rounds: shown.map((each) => presentRound(each, side)) }
}

/** Every round that the reader may see, also those from before a reopening, when the solution block itself is empty. */
export function roundsSeen(row: FoundTicket, side: 'staff' | 'customer'): PresentedRound[] {
  const shown = side === 'staff' ? row.rounds : row.rounds.filter((round) => round.offered_at !== null)
  return shown.map((each) => presentRound(each, side))
}

/** The rounds as a column of the ticket that is asked for: in JSON, so that moments are texts. */
export const roundsOf = (eb: ExpressionBuilder<Tables, 'ticket'>) =>
  jsonArrayFrom(
    eb
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
      .whereRef('ticket_number', '=', 'ticket.number')
      .orderBy('round'),
  )

function presentRound(round: FoundTicket['rounds'][number], side: 'staff' | 'customer'): PresentedRound {
  const staff = side === 'staff'
  // a withdrawal's reason is told to the customer once the solution had been theirs; a return's never is
  const reasonShown = staff || round.state === 'declined' || round.state === 'withdrawn'
  return {
    round: round.round,
    state: round.state,
    text: presentText(round.text),
    proposedText: staff && round.proposed_text ? presentText(round.proposed_text) : null,
    author: { id: round.author_id, name: round.author_name },
    proposedAt: instant(staff ? round.proposed_at : round.offered_at!),
    offeredAt: round.offered_at && instant(round.offered_at),
    reviewedBy: staff && round.reviewed_by ? { id: round.reviewed_by, name: round.reviewer_name ?? '' } : null,
    selfReviewed: staff && round.self_reviewed,
    decidedAt: round.decided_at && instant(round.decided_at),
    reason: reasonShown && round.reason ? presentText(round.reason) : null,
  }
}

const instant = (written: string): string => new Date(written).toISOString()
