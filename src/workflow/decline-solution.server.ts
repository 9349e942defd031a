import { updateRound } from '../entities/ticket/solution-round.write.server.ts'
import { ticketVerb } from './ticket-verb.server.ts'

/** Not yet: the customer says what is left, and the work goes on. */
export const declineSolution = ticketVerb('decline-solution', async ({ change, ticket, body }) => {
  const round = ticket.solution_round!
  await updateRound(change.db, ticket.number, round, { state: 'declined', decided_at: change.at, reason: body.reason })
  return {
    set: { offered_at: null, asks_verdict: null, last_public_at: change.at },
    details: { round, reason: body.reason, author: ticket.author_id },
  }
})
