import { block } from '../../fields/block/block.ts'
import { classification } from '../../fields/classification/classification.ts'
import { dateTime } from '../../fields/date-time/date-time.ts'
import { multilingualText } from '../../fields/multilingual-text/multilingual-text.ts'
import { scale } from '../../fields/scale/scale.ts'
import { sequential } from '../../fields/sequential/sequential.ts'
import { userGroup } from '../../fields/user-group/user-group.ts'

export const statuses = ['open', 'inProgress', 'responded', 'closed', 'duplicate'] as const
export type Status = (typeof statuses)[number]

export const endings = ['accepted', 'silence', 'desk', 'cancelled', 'duplicate'] as const
export type Ending = (typeof endings)[number]

export const solutionStates = ['inReview', 'returned', 'withdrawn', 'offered', 'accepted', 'declined'] as const
export type SolutionState = (typeof solutionStates)[number]

/** What a duplicate's customer makes of its original's solution: shown without a question, offered for a yes or no, accepted. */
export const answerStates = ['shown', 'offered', 'accepted'] as const
export type AnswerState = (typeof answerStates)[number]

export const waitingFor = ['desk', 'representative', 'review', 'customer', 'nobody'] as const
export type WaitingFor = (typeof waitingFor)[number]

/** The support ticket, field by field as the founding document's table reads. */
export const ticketEntity = {
  number: sequential({ required: true, prefix: 'T-' }),
  title: multilingualText({ required: true, max: 300, lines: 'one' }),
  description: multilingualText({ required: true, max: 50_000, lines: 'many' }),
  status: classification({ required: true, values: statuses }),
  assignee: userGroup({ required: true }),
  openedAt: dateTime({ required: true }),
  // required exactly when the ticket has ended; the database holds that
  closedAt: dateTime({ required: 'when ended' }),
  solution: block({ solution: multilingualText({ required: true, max: 50_000, lines: 'many' }) }),
  rating: block({
    score: scale({ required: true, min: 1, max: 5 }),
    comment: multilingualText({ required: false, max: 5_000, lines: 'many' }),
  }),
} as const

/** Texts around the ticket that are no fields of the document's table, with their limits in characters after trimming. */
export const ticketTexts = {
  reply: multilingualText({ required: true, max: 50_000, lines: 'many' }),
  note: multilingualText({ required: true, max: 50_000, lines: 'many' }),
  reason: multilingualText({ required: true, max: 5_000, lines: 'many' }),
} as const
