// Closed tickets: the filters, which read as a sentence, the table and its exports.
export const closedTickets = {
  title: 'Closed tickets',
  loading: 'Loading closed tickets',
  failed: 'The closed tickets could not be loaded',
  search: 'Words in any language',
  atLeast: 'more than {{closings}}',
  clear: 'Clear',
  clearOne: 'Clear: {{filter}}',

  closed: 'Closed',
  opened: 'Opened',
  number: 'Number',
  customer: 'Customer',
  who: { label: 'With', everybody: 'everybody' },
  rating: { label: 'Rated', any: 'or not', none: 'not rated' },
  ended: {
    label: 'Ended',
    any: 'in any way',
    accepted: 'accepted',
    silence: 'without an answer',
    desk: 'by the support desk',
    cancelled: 'cancelled',
    duplicate: 'duplicate',
  },
  reopened: { label: 'Reopened since', no: 'no', yes: 'yes', any: 'yes or no' },

  column: {
    number: 'Number',
    title: 'Title',
    customer: 'Customer',
    assignee: 'Assigned to',
    closed: 'Closed',
    ended: 'Ended',
    rating: 'Rating',
  },
  reopenedOn: 'reopened on {{day}}',

  export: {
    label: 'Export',
    csv: 'CSV',
    csvHint: 'For programs: every row of this list, codes as they are, times in UTC.',
    xlsx: 'Excel workbook',
    xlsxHint: 'For people: every row of this list, headings in your language, dates of the organisation’s clock.',
  },

  empty: 'No ticket is closed yet',
  emptyText: 'Each one that ends will be listed here.',
  nothingFits: 'No closed ticket fits',
  nothingFitsText: 'Fewer filters show more.',
} as const
