// The customer's word for a code where it differs from staff's: labels only, they never reach code.
export const customerGlossary = {
  people: {
    ticket: 'request',
    requests: 'requests',
    supportDesk: 'the support team',
  },

  /** The path's steps. */
  status: {
    open: 'Received',
    inProgress: 'Being worked on',
    responded: 'Answer ready for you',
    closed: 'Closed',
    duplicate: 'Joined with another request',
  },

  ended: {
    accepted: 'You told us that it is solved',
    silence: 'Closed because we did not hear from you',
    desk: 'Closed by our team',
    cancelled: 'You cancelled this request',
    duplicate: 'Joined with another request',
  },

  waiting: {
    desk: 'With our team',
    representative: 'With our team',
    review: 'With our team',
    customer: 'waiting for you',
    nobody: 'Nothing is left to do',
  },

  field: {
    number: 'Number',
    title: 'Title',
    description: 'Description',
    status: 'Status',
    openedAt: 'Sent on',
    closedAt: 'Closed on',
    solution: 'Answer',
    rating: 'Your rating',
    score: 'Score',
    comment: 'Comment',
  },

  conversation: {
    reply: 'message',
    solution: 'answer',
  },
} as const
