import { updateRound } from '../entities/ticket/solution-round.write.server.ts'
import { lockFamily } from './lock-family.server.ts'
import { takeAnswerBack } from './shared-answer.server.ts'
import { ticketVerb, type Outcome, type Scene } from './ticket-verb.server.ts'

/** Takes a proposal back, before the review or even after it went out; then the customer hears of it too. */
export const withdrawSolution = ticketVerb('withdraw-solution', withdraw, { lock: lockFamily })

async function withdraw({ change, ticket, body }: Scene<'withdraw-solution'>): Promise<Outcome> {
  const round = ticket.solution_round!
  await updateRound(change.db, ticket.number, round, { state: 'withdrawn', decided_at: change.at, reason: body.reason })
  const wasOffered = ticket.solution_state === 'offered'
  if (wasOffered) await takeAnswerBack(change, { original: ticket.number, round })
  return {
    set: { offered_at: null, asks_verdict: null, ...(wasOffered ? { last_public_at: change.at } : {}) },
    details: { round, reason: body.reason, wasOffered },
  }
}
