// Why what is being written cannot be sent any more.
import type { Verb } from '../../../entities/ticket/verbs.ts'
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import { transitions } from '../../../workflow/transitions.ts'
import type { Transition } from '../../../workflow/transitions.ts'
import type { Writing } from './acts.ts'

type Seen = Pick<PresentedTicket, 'status' | 'assignee'> & {
  readonly may: readonly Verb[]
  readonly solution: Pick<NonNullable<PresentedTicket['solution']>, 'state'> | null
}
export type Hindrance = 'status' | 'inReview' | 'assignee' | 'other'

/** Undefined where nothing hinders: the ticket itself says what may be done, the table why not. */
export const hindranceOf = (
  { may, status, solution, assignee }: Seen,
  writing: Writing,
  me: string,
): Hindrance | undefined => {
  if (may.includes(writing)) return undefined
  const { from, solutionNot }: Transition = transitions[writing]
  if (!from.includes(status)) return 'status'
  if (solution && solutionNot?.includes(solution.state)) return 'inReview'
  return assignee.member && assignee.member.id !== me ? 'assignee' : 'other'
}
