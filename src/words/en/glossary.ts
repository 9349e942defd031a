// What each thing is called, by its code on the wire. Staff's words; `customerGlossary` has the customer's for the same status.
// Only what the product says by code stands here; docs/glossary.md has every word, and what it is not called.
export const glossary = {
  product: 'Sanad',

  /** What stands where the name and the texts of a person stood who was erased. */
  erased: 'Erased',

  /** The built-in roles, as a label. */
  role: {
    customer: 'Customer',
    representative: 'Representative',
    supportDesk: 'Support desk',
    administrator: 'Administrator',
  },

  status: {
    open: 'Open',
    inProgress: 'In progress',
    responded: 'Responded',
    closed: 'Closed',
    duplicate: 'Duplicate',
  },

  solutionState: {
    inReview: 'In review',
    offered: 'Offered',
    returned: 'Returned',
    withdrawn: 'Withdrawn',
    accepted: 'Accepted',
    declined: 'Declined',
  },

  /** How a ticket ended. */
  ended: {
    accepted: 'The customer accepted the solution',
    silence: 'Closed without an answer',
    desk: 'Closed by the support desk',
    cancelled: 'Cancelled by the customer',
    duplicate: 'Marked as duplicate',
  },

  /** Who has the ball. */
  waiting: {
    desk: 'waiting for the support desk',
    representative: 'waiting for the representative',
    review: 'waiting for review',
    customer: 'waiting for the customer',
    nobody: 'nothing to do',
  },

  field: {
    title: 'Title',
    description: 'Description',
    status: 'Status',
    assignee: 'Assigned to',
    openedAt: 'Opening date',
    closedAt: 'Closing date',
    solution: 'Solution',
    rating: 'Service rating',
    comment: 'Comment',
    customer: 'Customer',
    waiting: 'Waiting for',
    original: 'Original ticket',
    group: 'Group',
    member: 'Member',
  },

  fieldType: {
    'multilingual-text': 'multi-language text',
    classification: 'classification',
    'user-group': 'user group',
    'date-time': 'date and time',
    scale: 'scale',
    'short-text': 'short text',
    number: 'number',
    'yes-no': 'yes or no',
    date: 'date',
    user: 'user',
    file: 'file',
  },

  action: {
    reason: 'reason',
  },

  conversation: {
    reply: 'reply',
    note: 'note (staff only)',
  },

  queue: {
    new: 'New',
    mine: 'Mine',
    myGroups: 'My groups',
    toReview: 'To review',
    waitingForCustomer: 'Waiting for customer',
    customerAnswered: 'Customer answered',
    allOpen: 'All not closed',
  },
} as const
