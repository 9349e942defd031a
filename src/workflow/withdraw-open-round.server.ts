import { updateRound } from '../entities/ticket/solution-round.write.server.ts'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { Change } from '../events/desk.server.ts'

/** A ticket that ends otherwise takes the round that was still in review with it; an offered one stays offered. */
export async function withdrawOpenRound(change: Change, ticket: Ticket): Promise<void> {
  if (ticket.solution_state !== 'inReview' || ticket.solution_round === null) return
  await updateRound(change.db, ticket.number, ticket.solution_round, { state: 'withdrawn', decided_at: change.at })
}
