import { updateRound } from '../entities/ticket/solution-round.write.server.ts'
import { ticketVerb } from './ticket-verb.server.ts'

/** Yes, this solved it: the ticket closes. On a duplicate the yes is kept there and changes nothing of the original. */
export const acceptSolution = ticketVerb('accept-solution', async ({ change, ticket, transition }) => {
  if (transition.asked === 'byOriginal')
    return {
      set: { answer_state: 'accepted' },
      details: { original: ticket.answer_ticket, round: ticket.answer_round },
    }
  const round = ticket.solution_round!
  await updateRound(change.db, ticket.number, round, { state: 'accepted', decided_at: change.at })
  return { set: { last_public_at: change.at }, details: { round, author: ticket.author_id } }
})
