import { actorId } from '../entities/person/actor.ts'
import { updateRound } from '../entities/ticket/solution-round.write.server.ts'
import { ticketVerb } from './ticket-verb.server.ts'

/** The reviewer gives a proposal back with a reason; the customer has seen nothing. */
export const returnSolution = ticketVerb('return-solution', async ({ change, ticket, body }) => {
  const round = ticket.solution_round!
  await updateRound(change.db, ticket.number, round, {
    state: 'returned',
    reviewed_by: actorId(change.actor),
    decided_at: change.at,
    reason: body.reason,
  })
  return { details: { round, reason: body.reason } }
})
