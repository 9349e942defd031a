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
