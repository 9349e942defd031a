import { updateRound } from '../entities/ticket/solution-round.write.server.ts'
import { ticketVerb } from './ticket-verb.server.ts'

/** Takes a proposal back, before the review or even after it went out; then the customer hears of it too. */
export const withdrawSolution = ticketVerb('withdraw-solution', async ({ change, ticket, body }) => {
  const round = ticket.solution_round!
  await updateRound(change.db, ticket.number, round, { state: 'withdrawn', decided_at: change.at, reason: body.reason })
  const wasOffered = ticket.solution_state === 'offered'
  return {
    set: { offered_at: null, asks_verdict: null, ...(wasOffered ? { last_public_at: change.at } : {}) },
    details: { round, reason: body.reason, wasOffered },
  }
})
