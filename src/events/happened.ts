/** Everything that can happen to a ticket. */
export const happenings = [
  'ticketSubmitted',
  'requestCancelled',
  'ticketAssigned',
  'ticketTaken',
  'ticketGivenBack',
  'ticketReleased',
  'solutionProposed',
  // proposed and sent at once, where solutions are not reviewed
  'solutionOffered',
  'solutionWithdrawn',
  'solutionApproved',
  'solutionReturned',
  'solutionAccepted',
  'solutionDeclined',
  'solutionReminded',
  'ticketClosed',
  'ticketClosedBySilence',
  'ticketMarkedDuplicate',
  // its original was itself marked, so it follows to the new root
  'duplicateMoved',
  // that mark was taken back, so it follows its former original again
  'duplicateReturned',
  // on a duplicate: its original ended before an answer was shown here
  'originalEnded',
  // on a duplicate: its original's solution went out, was taken back, and what its own customer said of it
  'originalAnswered',
  'originalAnswerWithdrawn',
  'originalAnswerAccepted',
  'ticketReopened',
  'ticketRated',
  'replyAdded',
  'noteAdded',
  'noteEdited',
  'textTranslated',
  'fieldsChanged',
] as const

export type Happened = (typeof happenings)[number]

/** What the tellings know of an event: enough to ask the rest themselves. */
export type EventRef = {
  ticket: number
  event: string
  happened: Happened
  /** Where it stands in the installation's order of writing. */
  position: number
}
