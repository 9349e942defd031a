// The Ticket Request View for staff, who write a request down for a customer.
export const requestFor = {
  title: 'New request for a customer',
  lead: 'The customer gets the number and everything that follows, as if they had written it.',
  customer: 'Customer',
  hint: 'Their e-mail address.',
  searchHint: 'Their e-mail address, or the beginning of their name to find it.',
  ownHint: 'Their e-mail address. Leave it empty for a request of your own.',
  unknown: 'There is no account with this address. Someone who manages people can add it.',
  story: 'What happened, and what do they need?',
  sent: 'Request {{number}} is in',
  sentText: 'The customer was told its number.',
  another: 'Write down another',
  next: {
    title: 'What happens next',
    take: 'The support desk assigns it',
    takeText: 'to a group or to a representative',
    answer: 'The customer gets an answer',
    answerText: 'and says whether it solved it',
    close: 'It closes',
    closeText: 'and the customer or the support desk can reopen it',
  },
} as const
