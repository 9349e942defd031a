// The Ticket Request View: what a customer writes, and what happens then. Staff who write it down for somebody read it too.
export const ticketRequest = {
  title: 'What can we help with?',
  lead: 'Write in any language. A person reads it.',
  onBehalfTitle: 'New request for a customer',
  onBehalfLead: 'The customer gets the number and everything that follows, as if they had written it.',

  customer: 'Customer',
  customerHint: 'Their e-mail address.',
  customerSearchHint: 'Their e-mail address, or the beginning of their name to find it.',
  customerOwnHint: 'Their e-mail address. Leave it empty for a request of your own.',
  unknownCustomer: 'There is no account with this address. Someone who manages people can add it.',

  sentence: 'In one sentence',
  story: 'What happened, and what do you need?',
  storyOfCustomer: 'What happened, and what do they need?',
  storyHelp: 'What you did, what you saw, and by when you need it.',
  writtenIn: 'Written in:',
  change: 'change',
  kept: 'Draft saved',
  send: 'Send request',
  sendAside: 'You get a number at once.',

  similar: 'You already have one that looks like this',
  addToIt: 'Add to it instead',

  next: {
    title: 'What happens next',
    confirm: 'We confirm it',
    confirmText: 'with a number, at once',
    take: 'Somebody takes it',
    takeText: 'and you see it here',
    answer: 'You get an answer',
    answerText: 'and say whether it solved it',
    close: 'It closes',
    closeText: 'and you can reopen it',
  },

  sent: {
    title: 'Your request is in',
    text: 'Its number is {{number}}. You need do nothing now.',
    onBehalf: 'Request {{number}} is in',
    onBehalfText: 'The customer was told its number.',
    follow: 'Follow this request',
    view: 'View ticket {{number}}',
    another: 'Ask something else',
    anotherOnBehalf: 'Write down another',
  },
} as const
