// The workflow as it is drawn and told, out of the one table that the server goes by, bent by the two settings.
import type { SolutionState, Status } from '../../entities/ticket/ticket.ts'
import { statuses } from '../../entities/ticket/ticket.ts'
import type { Verb } from '../../entities/ticket/verbs.ts'
import { transitions } from '../../workflow/transitions.ts'
import type { Transition } from '../../workflow/transitions.ts'
import type { WorkflowSettings } from '../../workflow/workflow-settings.ts'

export type Step = {
  readonly verb: Verb
  readonly from: Status
  /** null: the status stays; 'before': as it was before it ended. */
  readonly to: Status | 'before' | null
  readonly by: Transition['by']
  readonly solution: readonly SolutionState[]
}
type Switches = Pick<WorkflowSettings, 'review' | 'confirmation'>

export const stepsOf = (switches: Switches): Step[] =>
  (Object.entries(transitions) as [Verb, Transition][])
    .filter(([verb]) => applies(verb, switches))
    .flatMap(([verb, transition]) => transition.from.map((from) => stepFrom(verb, from, transition, switches)))
    .toSorted((a, b) => statuses.indexOf(a.from) - statuses.indexOf(b.from))

/** Writing, translating and rating leave a ticket where it is. */
const leavesIt = (verb: Verb): boolean => transitions[verb].to === 'unchanged' && verb !== 'give-back'
const reviewing: readonly Verb[] = ['approve-solution', 'return-solution']
const confirming: readonly Verb[] = ['accept-solution', 'decline-solution']

const applies = (verb: Verb, { review, confirmation }: Switches): boolean => {
  if (leavesIt(verb)) return false
  if (!review && reviewing.includes(verb)) return false
  return confirmation || !confirming.includes(verb)
}

const stepFrom = (verb: Verb, from: Status, transition: Transition, switches: Switches): Step => ({
  verb,
  from,
  to: toOf(verb, from, transition, switches),
  by: transition.by,
  solution: transition.solution ?? [],
})

const toOf = (verb: Verb, from: Status, { to }: Transition, { review }: Switches): Step['to'] => {
  if (to === 'reopened') return 'before'
  // Where nobody reviews, what is proposed is offered; a responded ticket that is assigned anew stays responded.
  if (verb === 'propose-solution' && !review) return 'responded'
  const reached = verb === 'assign' && from === 'responded' ? 'responded' : to
  return reached === 'unchanged' || reached === from ? null : reached
}

export type Arrow = { readonly from: Status; readonly to: Status; readonly verbs: readonly Verb[] }

/** What leads from one status to another, gathered: one arrow for all that goes the same way. */
export const arrowsOf = (steps: readonly Step[]): Arrow[] => {
  const all = new Map<string, { from: Status; to: Status; verbs: Verb[] }>()
  for (const { verb, from, to } of steps) {
    const reached = to === 'before' ? 'inProgress' : to
    if (!reached) continue
    const key = `${from} ${reached}`
    const arrow = all.get(key) ?? { from, to: reached, verbs: [] }
    arrow.verbs.push(verb)
    all.set(key, arrow)
  }
  return [...all.values()]
}
