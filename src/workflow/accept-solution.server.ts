import { updateRound } from '../entities/ticket/solution-round.write.server.ts'
import { ticketVerb } from './ticket-verb.server.ts'

/** Yes, this solved it: the ticket closes. */
export const acceptSolution = ticketVerb('accept-solution', async ({ change, ticket }) => {
  const round = ticket.solution_round!
  await updateRound(change.db, ticket.number, round, { state: 'accepted', decided_at: change.at })
  return { set: { last_public_at: change.at }, details: { round, author: ticket.author_id } }
})
