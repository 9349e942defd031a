// What a customer is told first: what is so with their request, as a code that the page puts into words.
import type { PresentedTicket } from '../../../queries/one-ticket/one-ticket.ts'
import type { CustomerPath } from '../../../workflow/customer-path.ts'

export type Headline =
  | 'open'
  | 'inProgress'
  | 'declined'
  | 'withdrawn'
  | 'reopened'
  | 'responded'
  | 'answered'
  | 'accepted'
  | 'silence'
  | 'desk'
  | 'cancelled'
  | 'duplicate'

type Seen = Pick<PresentedTicket, 'ended'>

export const headlineOf = ({ ended }: Seen, { ball, cameBack }: Pick<CustomerPath, 'ball' | 'cameBack'>): Headline => {
  if (ended) return ended
  const station = ball?.station
  if (station === 'responded' || station === 'answered') return station
  if (cameBack === 'declined' || cameBack === 'withdrawn' || cameBack === 'reopened') return cameBack
  return station === 'open' ? 'open' : 'inProgress'
}

type Joined = Pick<PresentedTicket, 'may' | 'original' | 'offeredByOriginal'>

/** The one that it was joined with is closed, and nothing that went out there is shown here. */
export const endedWithoutAnswer = ({ original, offeredByOriginal }: Omit<Joined, 'may'>): boolean =>
  original?.status === 'closed' && offeredByOriginal === null

/** What comes of a request that was joined with another one. */
export const joinedTextOf = (ticket: Joined) => {
  if (ticket.may.includes('accept-solution')) return 'duplicateAnswered'
  if (endedWithoutAnswer(ticket)) return ticket.may.includes('reopen') ? 'duplicateEndedText' : 'duplicateEndedLate'
  if (!ticket.offeredByOriginal) return 'duplicateText'
  return ticket.may.includes('reopen') ? 'duplicateOver' : 'duplicateOverLate'
}

/** To a colleague, who neither accepts nor reopens. */
export const joinedTextForColleague = (ticket: Omit<Joined, 'may'>) => {
  if (endedWithoutAnswer(ticket)) return 'duplicateEndedLate'
  return ticket.offeredByOriginal ? 'duplicateOver' : 'duplicateText'
}
