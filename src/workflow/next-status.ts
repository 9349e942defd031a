import type { Status } from '../entities/ticket/ticket.ts'
import type { Transition } from './transitions.ts'

/** Where a transition leads from here: most to the status that the table names. */
export function nextStatus(
  transition: Transition,
  ticket: { status: Status; ended_from: 'open' | 'inProgress' | 'responded' | null },
): Status {
  if (transition.to === 'unchanged') return ticket.status
  if (transition.to === 'reopened') return ticket.ended_from === 'open' ? 'open' : 'inProgress'
  // assigning does not take an offered solution back
  if (transition.happened === 'ticketAssigned' && ticket.status === 'responded') return 'responded'
  return transition.to
}
