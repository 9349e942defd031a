import type { Happened } from './happened.ts'

/**
 * What staff do among themselves: its customer does not read of it, and it does not move the ticket in the customer's list.
 * Whether a withdrawal is among them depends on what was withdrawn: see `isAmongStaff`.
 */
export const amongStaff: readonly Happened[] = [
  'solutionProposed',
  'solutionReturned',
  'noteAdded',
  'noteEdited',
  'ticketReleased',
  'ticketGivenBack',
  'duplicateMoved',
  'duplicateReturned',
  'textTranslated',
  // what a customer may see of the fields, they see on the ticket
  'fieldsChanged',
]

/** A proposal that was withdrawn before it went out is nothing to its customer, the reason least of all. */
export const isAmongStaff = (happened: Happened, details: Record<string, unknown>): boolean =>
  amongStaff.includes(happened) || (happened === 'solutionWithdrawn' && details.wasOffered === false)

/** Nothing that its customer is shown is another after these: not the answer, not what they can do, not the version. */
export const unseenByCustomers = ['noteAdded', 'noteEdited'] as const satisfies Happened[]
