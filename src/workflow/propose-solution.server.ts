import { dropSentDraft } from '../entities/ticket/draft.write.server.ts'
import { addRound } from '../entities/ticket/solution-round.write.server.ts'
import { attachFiles } from '../entities/ticket/ticket-file.write.server.ts'
import { actorId } from '../entities/person/actor.ts'
import { refuseUnfilled } from '../settings/added-fields/custom-values.server.ts'
import { checkFiles } from './check-files.server.ts'
import { lockFamily } from './lock-family.server.ts'
import { offered } from './offer.ts'
import { shareAnswer } from './shared-answer.server.ts'
import { ticketVerb, type Outcome, type Scene } from './ticket-verb.server.ts'
import { transitions, type Transition } from './transitions.ts'
import { isReviewed } from './workflow-settings.ts'

/** Where solutions are not reviewed, a proposal goes straight to the customer. */
const straightOut: Transition = {
  ...transitions['propose-solution'],
  to: 'responded',
  solutionTo: 'offered',
  happened: 'solutionOffered',
}

/** The representative's answer, as a new round; the desk reviews it before the customer sees anything, unless its author is exempt. */
export const proposeSolution = ticketVerb(
  'propose-solution',
  async (scene) => {
    await dropSentDraft(scene.change.db, scene.change.actor, { ticket: scene.ticket.number, kind: 'propose-solution' })
    return propose(scene)
  },
  { lock: lockFamily, check },
)

/** The same, held until now: what its writer has begun on the page is something else, and stays. */
export const proposeBesideDraft = ticketVerb('propose-solution', propose, { lock: lockFamily, check })

function check({ change, body }: Scene<'propose-solution'>): Promise<void> {
  return checkFiles(change.db, change.actor, body.files)
}

async function propose({ change, ticket, body, settings }: Scene<'propose-solution'>): Promise<Outcome> {
  const author = actorId(change.actor)!
  const reviewed = isReviewed(settings.workflow, author)
  if (!reviewed) await refuseUnfilled(change.db, ticket.custom)
  const round = await addRound(change.db, {
    ticket: ticket.number,
    author,
    text: body.solution,
    at: change.at,
    offered: !reviewed,
  })
  await attachFiles(change.db, ticket.number, `solution:${round}`, author, body.files ?? [])
  if (!reviewed) await shareAnswer(change, { original: ticket.number, round }, settings.workflow.confirmation)
  return {
    set: { solution_round: round, ...(reviewed ? {} : offered(change.at, settings.workflow)) },
    details: { round, text: body.solution },
    words: [{ textId: `solution:${round}`, audience: reviewed ? 'staff' : 'everyone', text: body.solution }],
    ...(reviewed ? {} : { as: straightOut }),
  }
}
