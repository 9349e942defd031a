import type { Ending, SolutionState, Status } from '../entities/ticket/ticket.ts'
import type { Verb } from '../entities/ticket/verbs.ts'
import type { Happened } from '../events/happened.ts'

/**
 * Everything that people do, and closing by silence, as one table: from which statuses, to which, with which solution, and what is
 * then said to have happened. The server enforces it, the pages offer buttons from it, the settings draw it. From where a verb is
 * possible is said here alone; what depends on the assignee or on time stands in possible.ts, what follows by itself (a reminder,
 * duplicates of a ticket that moved) in follow-ups.ts.
 */
export type Transition = {
  /** Who does it by default, as the document names them; the rule itself is in permissions/may.ts. */
  by: readonly ('customer' | 'staff' | 'representative' | 'supportDesk' | 'system')[]
  from: readonly Status[]
  /** A status; 'unchanged'; or 'reopened': Open if it was Open when it ended, else In Progress. */
  to: Status | 'unchanged' | 'reopened'
  /** States of the solution in which it is possible; absent: any, or none. */
  solution?: readonly SolutionState[]
  /** Only where somebody was asked for a yes or no: by the offer made here, or on a duplicate by its original's. */
  asked?: 'here' | 'byOriginal'
  /** States of the solution in which it is not. */
  solutionNot?: readonly SolutionState[]
  /** What becomes of the solution; 'none' empties the block, 'openRoundWithdrawn' turns a round in review into withdrawn. */
  solutionTo?: SolutionState | 'none' | 'openRoundWithdrawn'
  ended?: Ending
  needs?: 'reason' | 'optionalReason' | 'text' | 'solution' | 'assignee' | 'original' | 'score'
  /** Whether pages send the version they saw, so that nobody decides on what they did not see. */
  guarded?: true
  happened: Happened
}

const any = ['open', 'inProgress', 'responded', 'closed', 'duplicate'] as const
const going = ['open', 'inProgress', 'responded'] as const
const notAnswered = ['open', 'inProgress'] as const

export const transitions = {
  submit: { by: ['customer', 'staff'], from: [], to: 'open', happened: 'ticketSubmitted' },
  cancel: {
    by: ['customer'],
    from: notAnswered,
    to: 'closed',
    ended: 'cancelled',
    solutionTo: 'openRoundWithdrawn',
    needs: 'optionalReason',
    happened: 'requestCancelled',
  },
  // Responded stays Responded, the others become In Progress: see `to` in next-status.ts.
  assign: {
    by: ['supportDesk'],
    from: going,
    to: 'inProgress',
    needs: 'assignee',
    guarded: true,
    happened: 'ticketAssigned',
  },
  take: { by: ['representative', 'supportDesk'], from: notAnswered, to: 'inProgress', happened: 'ticketTaken' },
  'give-back': {
    by: ['representative'],
    from: ['inProgress'],
    to: 'unchanged',
    needs: 'optionalReason',
    happened: 'ticketGivenBack',
  },
  release: { by: ['system'], from: going, to: 'unchanged', happened: 'ticketReleased' },
  'propose-solution': {
    by: ['representative', 'supportDesk'],
    from: ['inProgress'],
    to: 'inProgress',
    solutionNot: ['inReview'],
    solutionTo: 'inReview',
    needs: 'solution',
    guarded: true,
    happened: 'solutionProposed',
  },
  'withdraw-solution': {
    by: ['representative', 'supportDesk'],
    from: ['inProgress', 'responded'],
    to: 'inProgress',
    solution: ['inReview', 'offered'],
    solutionTo: 'withdrawn',
    needs: 'reason',
    guarded: true,
    happened: 'solutionWithdrawn',
  },
  'approve-solution': {
    by: ['supportDesk'],
    from: ['inProgress'],
    to: 'responded',
    solution: ['inReview'],
    solutionTo: 'offered',
    guarded: true,
    happened: 'solutionApproved',
  },
  'return-solution': {
    by: ['supportDesk'],
    from: ['inProgress'],
    to: 'inProgress',
    solution: ['inReview'],
    solutionTo: 'returned',
    needs: 'reason',
    guarded: true,
    happened: 'solutionReturned',
  },
  'accept-solution': {
    by: ['customer'],
    from: ['responded'],
    to: 'closed',
    solution: ['offered'],
    asked: 'here',
    solutionTo: 'accepted',
    ended: 'accepted',
    guarded: true,
    happened: 'solutionAccepted',
  },
  'decline-solution': {
    by: ['customer'],
    from: ['responded'],
    to: 'inProgress',
    solution: ['offered'],
    asked: 'here',
    solutionTo: 'declined',
    needs: 'reason',
    guarded: true,
    happened: 'solutionDeclined',
  },
  close: {
    by: ['supportDesk'],
    from: going,
    to: 'closed',
    ended: 'desk',
    solutionTo: 'openRoundWithdrawn',
    needs: 'reason',
    guarded: true,
    happened: 'ticketClosed',
  },
  'close-by-silence': {
    by: ['system'],
    from: ['responded'],
    to: 'closed',
    ended: 'silence',
    happened: 'ticketClosedBySilence',
  },
  'mark-duplicate': {
    by: ['supportDesk'],
    from: going,
    to: 'duplicate',
    ended: 'duplicate',
    solutionTo: 'openRoundWithdrawn',
    needs: 'original',
    guarded: true,
    happened: 'ticketMarkedDuplicate',
  },
  reopen: {
    by: ['customer', 'supportDesk'],
    from: ['closed', 'duplicate'],
    to: 'reopened',
    solutionTo: 'none',
    needs: 'reason',
    happened: 'ticketReopened',
  },
  rate: {
    by: ['customer'],
    from: ['closed'],
    to: 'unchanged',
    needs: 'score',
    guarded: true,
    happened: 'ticketRated',
  },
  reply: {
    by: ['customer', 'staff'],
    from: any,
    to: 'unchanged',
    needs: 'text',
    guarded: true,
    happened: 'replyAdded',
  },
  note: { by: ['staff'], from: any, to: 'unchanged', needs: 'text', happened: 'noteAdded' },
  'edit-note': { by: ['staff'], from: any, to: 'unchanged', needs: 'text', happened: 'noteEdited' },
  'set-fields': { by: ['staff'], from: any, to: 'unchanged', happened: 'fieldsChanged' },
  translate: { by: ['staff', 'customer'], from: any, to: 'unchanged', happened: 'textTranslated' },
} as const satisfies Record<Verb, Transition>

/**
 * What the same words do on a duplicate, where they answer its original's solution: a yes is recorded, a not yet reopens. The
 * original's status depends on its own customer alone.
 */
const onDuplicates = {
  'accept-solution': {
    by: ['customer'],
    from: ['duplicate'],
    to: 'unchanged',
    asked: 'byOriginal',
    guarded: true,
    happened: 'originalAnswerAccepted',
  },
  'decline-solution': {
    by: ['customer'],
    from: ['duplicate'],
    to: 'reopened',
    asked: 'byOriginal',
    solutionTo: 'none',
    needs: 'reason',
    guarded: true,
    happened: 'ticketReopened',
  },
} as const satisfies Partial<Record<Verb, Transition>>

/** The transition that a verb is, from where the ticket stands. */
export function transitionOf(verb: Verb, ticket: { status: Status }): Transition {
  const there: Transition | undefined = (onDuplicates as Partial<Record<Verb, Transition>>)[verb]
  return there?.from.includes(ticket.status) ? there : transitions[verb]
}
