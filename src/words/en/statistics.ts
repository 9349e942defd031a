// The figures by their codes, and what each means: the same definitions as docs/figures.md, in the reader's words.
export const statistics = {
  title: 'Statistics',
  closedOverTime: 'Closed tickets over time',

  by: { label: 'Show by', day: 'Day', week: 'Week', month: 'Month' },
  split: {
    label: 'Split',
    none: 'None',
    group: 'By group',
    representative: 'By representative',
    others: 'Others',
    ownOnly: 'Of single people you see your own figures, of all groups together.',
  },

  figure: {
    opened: 'Opened',
    reopened: 'Reopened',
    closed: 'Closed',
    duplicates: 'Marked as duplicate',
    moved: 'Came by assignment',
    backlog: 'Backlog',
    firstResponses: 'First responses',
    firstResponseTime: 'First response time',
    resolutionTime: 'Resolution time',
    median: 'Median',
    p90: '90th percentile',
    average: 'Average',
    ratings: 'Ratings',
    ratingAverage: 'Average rating',
    offered: 'Solutions sent',
    declined: 'Solutions declined',
    reopenedShare: 'Share reopened',
    declinedShare: 'Share declined',
    change: 'Change from the month before',
  },

  whatIsThis: 'What is this?',
  what: {
    opened: 'Tickets that were requested in this time.',
    reopened: 'Every time a ticket that had ended was taken up again, in this time.',
    closed:
      'Every time a ticket was closed in this time: accepted, by silence, by the support desk, or cancelled. A ticket that was reopened and closed again counts each time. Duplicates are counted apart.',
    duplicates: 'Tickets that were joined with another ticket in this time.',
    moved:
      'Tickets that came to this group or person by assignment, less those that went elsewhere. Over all groups this is zero.',
    backlog:
      'Tickets that had not ended when this time was over. Opened plus reopened, less closed, less marked as duplicate, is the change in backlog.',
    firstResponses: 'Tickets whose customer read a first word of the support desk in this time.',
    firstResponseTime:
      'From the request to the first word that the customer reads: a reply, a solution, or the reason of an ending. Counted where the response falls in this time.',
    resolutionTime: 'From the request to the closing, for every closing in this time. Duplicates do not count.',
    median: 'Half of the tickets were faster, half slower.',
    p90: 'Nine of ten tickets were faster.',
    average: 'All of them added up, divided by how many there are.',
    ratings: 'How many closings of this time were rated. A rating counts on the day of its closing.',
    ratingAverage: 'The average of the stars given for closings of this time, from 1 to 5.',
    offered: 'Solutions that were sent to customers in this time.',
    declined: 'Solutions that customers declined in this time.',
    reopenedShare: 'Reopened in this time, divided by closed and marked as duplicate in this time.',
    declinedShare: 'Solutions declined in this time, divided by solutions sent in this time.',
    change: 'Against the month before. Shares change in points, not in percent of percent.',
  },

  counting:
    'The calendar of the organisation was changed, so the figures are being counted anew. Until then they stand in the time zone {{timeZone}}.',
  empty: 'Nothing happened in this time.',
  line: { firstResponse: 'First response, median', resolution: 'Resolution, median' },
  inMinutes: '{{name}} (minutes)',
  inHours: '{{name}} (hours)',
  averaged: '{{name}} ({{days, number}}-day average)',
  inDays: '{{name}} (days)',
  compareWith: 'Compare with',
  comparedWith: 'Compared with: {{line}}',
  save: { label: 'Save', png: 'Picture (PNG)', csv: 'Figures (CSV)' },
  oneGroup: 'These are the figures of {{group}} alone.',
  allGroups: 'Show all groups',
  asTable: 'Show as table',
  asGraph: 'Show as graph',
  before: 'Against the time before',
  points_one: '{{count, number}} point',
  points_other: '{{count, number}} points',

  duration: {
    days: '{{days, number}} d',
    daysHours: '{{days, number}} d {{hours, number}} h',
  },
} as const
