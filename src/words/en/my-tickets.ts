// A customer's own requests, and those of their organisation.
export const myTickets = {
  title: 'My requests',
  new: 'New request',
  waiting: 'Waiting for you',
  going: 'Under way',
  ended: 'Closed',
  loading: 'Loading the requests',
  more: 'Show earlier requests',
  active: 'last message {{ago}}',
  answerReady: 'Your answer is ready',
  rate: 'How was our help?',

  empty: 'You have not asked us anything yet',
  emptyText: 'Your requests and our answers will be here.',
  first: 'Write to us',

  whose: 'Whose requests',
  own: 'Mine',
  ofOrganisation: 'Of my organisation',
  titleOfOrganisation: 'Requests of my organisation',
  emptyOfOrganisation: 'Nobody from your organisation has asked us anything yet',
  emptyOfOrganisationText: 'What you and your colleagues ask us will be here.',

  failed: 'The requests could not be loaded',
} as const
