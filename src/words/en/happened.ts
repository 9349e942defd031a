// A ticket's history, a sentence for each kind of event. The reason is people's own text, in its own language and direction:
// it is quoted below the sentence, never pasted into it.
export const happened = {
  staff: {
    ticketSubmitted: '{{actor}} submitted the request',
    ticketSubmitted_onBehalf: '{{actor}} submitted the request for {{customer}}',
    requestCancelled: '{{actor}} cancelled the request',
    ticketAssigned: '{{actor}} assigned the ticket to {{assignee}}',
    ticketTaken: '{{actor}} took the ticket',
    ticketGivenBack: '{{actor}} gave the ticket back to {{group}}',
    ticketReleased: '{{member}} can no longer work on the ticket; it is with {{group}} again',
    solutionProposed: '{{actor}} proposed a solution (review round {{round, number}})',
    solutionOffered: '{{actor}} sent a solution to the customer',
    solutionWithdrawn: '{{actor}} withdrew the solution',
    solutionApproved: '{{actor}} approved the solution; it is with the customer',
    solutionApproved_edited: '{{actor}} edited and approved the solution; it is with the customer',
    solutionApproved_selfReviewed:
      '{{actor}} approved a solution of their own (self-reviewed); it is with the customer',
    solutionApproved_selfReviewedEdited:
      '{{actor}} edited and approved a solution of their own (self-reviewed); it is with the customer',
    solutionReturned: '{{actor}} returned the solution',
    solutionAccepted: '{{actor}} accepted the solution',
    solutionDeclined: '{{actor}} declined the solution',
    ticketClosed: '{{actor}} closed the ticket',
    ticketClosedBySilence: 'The ticket was closed without an answer from the customer',
    ticketMarkedDuplicate: '{{actor}} marked the ticket as a duplicate of {{original}}',
    duplicateMoved: 'The original was itself marked; this ticket now follows {{original}}',
    duplicateReturned: '{{actor}} took the mark of {{original}} back; this ticket follows it again',
    originalAnswered: 'The solution of {{original}} went to the customer here too',
    originalAnswerWithdrawn: 'The solution of {{original}} was taken back here too',
    originalEnded: '{{original}} ended without an answer; the customer here is told',
    originalAnswerAccepted: '{{actor}} accepted the solution of {{original}}',
    ticketReopened: '{{actor}} reopened the ticket',
    ticketRated: '{{actor}} rated the service {{score, number}} of {{max, number}}',
    replyAdded: '{{actor}} replied',
    noteAdded: '{{actor}} left a note',
    noteEdited: '{{actor}} edited a note',
    textTranslated: '{{actor}} translated the text “{{field}}” into {{language}}',
    solutionReminded: 'The customer was reminded of the solution',
    fieldsChanged: '{{actor}} changed fields',
  },

  /** In place of a name where nobody acted. */
  system: 'Sanad',
  erasedPerson: 'A person whose data was erased',
} as const
