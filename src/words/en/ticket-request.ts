// The Ticket Request View: what a customer writes, and what happens then. What it says to staff stands in request-for.ts.
export const ticketRequest = {
  title: 'What can we help with?',
  lead: 'Write in any language. A person reads it.',

  sentence: 'In one sentence',
  story: 'What happened, and what do you need?',
  storyHelp: 'What you did, what you saw, and by when you need it.',
  writtenIn: 'Written in:',
  change: 'change',
  kept: 'Draft saved',
  filesGone:
    'No longer here: {{names}}. Until a request is sent, we keep files that arrived for one day. Please attach again what is missing.',
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
    follow: 'Follow this request',
    view: 'View ticket {{number}}',
    another: 'Ask something else',
  },
} as const
