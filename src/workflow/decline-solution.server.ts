import { updateRound } from '../entities/ticket/solution-round.write.server.ts'
import { stillTheirs } from './still-theirs.server.ts'
import { ticketVerb, type Outcome, type Scene } from './ticket-verb.server.ts'

/** Not yet: the customer says what is left, and the work goes on; on a duplicate, the duplicate's own. */
export const declineSolution = ticketVerb('decline-solution', async (scene) => {
  if (scene.transition.asked === 'byOriginal') return reopenDuplicate(scene)
  const { change, ticket, body } = scene
  const round = ticket.solution_round!
  await updateRound(change.db, ticket.number, round, { state: 'declined', decided_at: change.at, reason: body.reason })
  return {
    set: { offered_at: null, asks_verdict: null, last_public_at: change.at },
    details: { round, reason: body.reason, author: ticket.author_id },
  }
})

async function reopenDuplicate({ change, ticket, body }: Scene<'decline-solution'>): Promise<Outcome> {
  return {
    set: { last_public_at: change.at, ...(await stillTheirs(change, ticket)) },
    details: {
      reason: body.reason,
      closedAt: ticket.closed_at,
      ended: ticket.ended,
      side: 'customer',
      declined: { original: ticket.answer_ticket, round: ticket.answer_round },
    },
  }
}
