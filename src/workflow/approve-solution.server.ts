import { actorId } from '../entities/person/actor.ts'
import { readRound, updateRound } from '../entities/ticket/solution-round.write.server.ts'
import { rewritten } from '../fields/multilingual-text/rewritten.ts'
import { refuseUnfilled } from '../settings/added-fields/custom-values.server.ts'
import { lockFamily } from './lock-family.server.ts'
import { offered } from './offer.ts'
import { shareAnswer } from './shared-answer.server.ts'
import { ticketVerb, type Outcome, type Scene } from './ticket-verb.server.ts'

/** The desk lets a solution out, as it was proposed or as the reviewer edited it; what was proposed is kept. */
export const approveSolution = ticketVerb('approve-solution', approve, { lock: lockFamily })

async function approve({ change, ticket, body, settings }: Scene<'approve-solution'>): Promise<Outcome> {
  // with the answer its customer can close the ticket, and nobody of the staff is asked again
  await refuseUnfilled(change.db, ticket.custom)
  const round = await readRound(change.db, ticket.number, ticket.solution_round!)
  const reviewer = actorId(change.actor)!
  const by = { by: reviewer, at: change.at.toISOString() }
  const text = body.solution ? rewritten(round.text, body.solution, by) : round.text
  const selfReviewed = ticket.author_id === reviewer
  await updateRound(change.db, ticket.number, round.round, {
    state: 'offered',
    offered_at: change.at,
    reviewed_by: reviewer,
    self_reviewed: selfReviewed,
    ...(body.solution ? { text, proposed_text: round.text } : {}),
  })
  await shareAnswer(change, { original: ticket.number, round: round.round }, settings.workflow.confirmation)
  return {
    set: offered(change.at, settings.workflow),
    details: { round: round.round, selfReviewed, ...(body.solution ? { edited: true, text } : {}) },
    words: [{ textId: `solution:${round.round}`, audience: 'everyone', text }],
  }
}
