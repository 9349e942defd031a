// A customer's own requests.
export const myTickets = {
  title: 'My requests',
  new: 'New request',
  waiting: 'Waiting for you',
  going: 'Under way',
  ended: 'Closed',
  loading: 'Loading your requests',
  more: 'Show earlier requests',
  active: 'last message {{ago}}',
  answerReady: 'Your answer is ready',
  rate: 'How was our help?',

  empty: 'You have not asked us anything yet',
  emptyText: 'Your requests and our answers will be here.',
  first: 'Write to us',

  failed: 'Your requests could not be loaded',
} as const
