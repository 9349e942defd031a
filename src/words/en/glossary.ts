// What each thing is called, by its code on the wire. Staff's words; `customer` has the customer's word for the same code.
// A code that is one word here is one word everywhere: docs/glossary.md says what it is not called, and why.
export const glossary = {
  product: 'Sanad',

  /** What stands where the name and the texts of a person stood who was erased. */
  erased: 'Erased',

  people: {
    ticket: 'ticket',
    supportDesk: 'support desk',
    representative: 'representative',
    customer: 'customer',
    owner: 'ticket owner',
    administrator: 'administrator',
    staff: 'staff',
    group: 'group',
    member: 'member',
    organisation: 'organisation',
    role: 'role',
    permission: 'permission',
    assignee: 'assigned to',
  },

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

  path: {
    path: 'path',
    round: 'review round',
    waitingForCustomer: 'waiting for the customer',
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
    number: 'Number',
    title: 'Title',
    description: 'Description',
    status: 'Status',
    assignee: 'Assigned to',
    openedAt: 'Opening date',
    closedAt: 'Closing date',
    solution: 'Solution',
    rating: 'Service rating',
    score: 'Score',
    comment: 'Comment',
    custom: 'Added field',
    customer: 'Customer',
    waiting: 'Waiting for',
    reason: 'Reason',
    original: 'Original ticket',
    group: 'Group',
    member: 'Member',
    language: 'Language',
  },

  fieldType: {
    sequential: 'sequential number',
    'multilingual-text': 'multi-language text',
    classification: 'classification',
    'user-group': 'user group',
    'date-time': 'date and time',
    scale: 'scale',
    block: 'block',
    'short-text': 'short text',
    number: 'number',
    'yes-no': 'yes or no',
    date: 'date',
    user: 'user',
    file: 'file',
  },

  action: {
    submit: 'submit',
    cancel: 'cancel the request',
    assign: 'assign',
    take: 'take',
    'give-back': 'give back',
    release: 'release',
    'propose-solution': 'propose a solution',
    'withdraw-solution': 'withdraw the solution',
    review: 'review',
    'approve-solution': 'approve',
    'return-solution': 'return',
    'accept-solution': 'accept',
    'decline-solution': 'decline',
    close: 'close',
    'close-by-silence': 'closed without an answer',
    'mark-duplicate': 'mark as duplicate',
    original: 'original ticket',
    reopen: 'reopen',
    rate: 'rate',
    reply: 'reply',
    note: 'note (staff only)',
    translate: 'translate',
    reason: 'reason',
    undo: 'undo',
  },

  conversation: {
    source: 'original text',
    outdated: 'needs an update',
    history: 'history',
    notice: 'notification',
    reply: 'reply',
    note: 'note (staff only)',
  },

  view: {
    'ticket-request': 'New request',
    'my-tickets': 'My requests',
    'incoming-requests': 'Incoming requests',
    'closed-tickets': 'Closed tickets',
  },

  queue: {
    queue: 'queue',
    queues: 'Queues',
    new: 'New',
    mine: 'Mine',
    myGroups: 'My groups',
    toReview: 'To review',
    waitingForCustomer: 'Waiting for customer',
    customerAnswered: 'Customer answered',
    allOpen: 'All not closed',
    savedQuery: 'saved search',
  },

  figure: {
    statistics: 'statistics',
    'closed-tickets-over-time': 'graph of closed tickets',
    'monthly-performance': 'monthly performance report',
    opened: 'opened',
    closed: 'closed',
    reopened: 'reopened',
    stillOpen: "not closed at month's end",
    backlog: 'backlog',
    firstResponseTime: 'first response time',
    resolutionTime: 'resolution time',
    average: 'average',
    median: 'median',
    medianExplained: 'half were faster',
    p90: '90th percentile',
    p90Explained: 'nine of ten were faster',
    reopenedShare: 'share reopened',
    declinedShare: 'share declined',
    change: 'change from the month before',
  },

  administration: {
    workflow: 'workflow',
    interaction: 'automatic message',
    template: 'template',
    auditLog: 'audit log',
    failedDelivery: 'failed delivery',
    deactivate: 'deactivate',
    erase: 'erase personal data',
    settings: 'settings',
  },
} as const
