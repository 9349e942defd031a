// Incoming requests: the list, how long things wait, and what it means that nothing is here.
export const incoming = {
  list: 'Tickets by how long they wait',
  loading: 'Loading tickets',
  search: 'Search in this list',
  filterBy: 'Filter by group, member or who has the ball',
  filterNothing: 'Nothing fits these words.',
  filterFind: 'Find a group or a person',
  anybody: 'Everybody',
  waitingFor: { desk: 'Support desk', representative: 'Representative', review: 'Review', customer: 'Customer' },
  clear: 'Show all again',
  clearOne: 'Without the filter {{filter}}',
  countOver: '{{count, number}}+',

  group: {
    late: 'Waiting longer than a day',
    waiting: 'Waiting longer than an hour',
    fresh: 'Fresh',
  },

  nobody: 'Nobody has it yet',
  gone: 'No longer in this queue',
  asItIsNow: 'Show the list as it is now',
  answered: 'customer answered',

  failed: 'The list could not be loaded',

  empty: {
    new: 'Nobody waits for a first look',
    mine: 'Nothing lies with you',
    myGroups: 'Nothing lies with your groups',
    toReview: 'No solution waits for review',
    waitingForCustomer: 'We wait for no customer',
    customerAnswered: 'No customer answer is unread',
    allOpen: 'No ticket is under way',
  },
  emptyText: 'The next one will appear here by itself.',
  demo: {
    title: 'See the product alive',
    text: 'A made-up company with fifteen months of requests can be looked at beside this installation. Where Sanad is installed, run:',
    after:
      'The first one says which account to sign in with. Everything of it lies in that folder and goes away with it.',
  },
  goToNew: 'Go to New',
  nothingFits: 'No ticket fits',
  nothingFitsText: 'No ticket in this queue fits everything you filter by.',

  choose: 'No ticket is chosen',
  chooseText: 'Choose one from the list, or begin with the one that has waited longest.',
  chooseFirst: 'View the longest waiting',
} as const
