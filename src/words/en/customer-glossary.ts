// The customer's word for a code where it differs from staff's: labels only, they never reach code.
export const customerGlossary = {
  /** The path's steps. */
  status: {
    open: 'Received',
    inProgress: 'Being worked on',
    responded: 'Answer ready for you',
    closed: 'Closed',
    duplicate: 'Joined with another request',
  },
} as const
