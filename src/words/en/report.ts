// The monthly performance report, and the headings of its exports.
export const report = {
  title: 'Monthly performance report',
  ofMonth: 'Monthly performance report, {{month}}',

  /** Three sentences in plain language. Their values are computed; each stands whole. */
  says: {
    volume: {
      both: '{{opened}} came in and {{closed}} closed, {{compared}}.',
      nothingOpened: 'No ticket came in, and {{closed}} closed, {{compared}}.',
      nothingClosed: '{{opened}} came in and none closed.',
      nothing: 'It was a quiet month: no ticket came in and none closed.',
    },
    compared: {
      more: '{{percent}} more than in {{month}}',
      fewer: '{{percent}} fewer than in {{month}}',
      same: 'as many as in {{month}}',
      none: 'after none in {{month}}',
    },
    times: {
      both: 'Half of the first responses came within {{response}}, and half of the closed tickets took {{resolution}} at most.',
      response: 'Half of the first responses came within {{response}}.',
      resolution: 'Half of the closed tickets took {{resolution}} at most.',
      unanswered: 'No customer got a first response, so there are no times to show.',
      none: 'Nobody waited for a first response, so there are no times to show.',
    },
    notable: {
      worse: 'One thing got worse: {{what}}, from {{from}} to {{to}}.',
      better: 'One thing got better: {{what}}, from {{from}} to {{to}}.',
      steady: 'Nothing else moved much; not closed at the end of the month: {{backlog}}.',
    },
    what: {
      declinedShare: 'the share of declined solutions',
      reopenedShare: 'the share of reopened tickets',
      ratingAverage: 'the average rating',
      firstResponse: 'the median first response time',
      resolution: 'the median resolution time',
      backlog: 'the number of tickets not closed',
    },
    inGroup: '{{what}} in {{group}}',
  },

  section: {
    comparison: '{{month}} against {{before}}',
    daily: 'Opened and closed, day by day',
    trend: 'Twelve months',
    groups: 'By group, against {{before}}',
    representatives: 'By representative, against {{before}}',
    ratings: 'What customers thought',
    comments: 'What customers wrote',
  },
  figure: {
    stillOpen: 'Not closed at the end of the month',
    ofThese: 'of these: {{status}}',
    firstResponseMedian: 'First response time, median',
    firstResponseP90: 'First response time, 90th percentile',
    resolutionMedian: 'Resolution time, median',
    resolutionP90: 'Resolution time, 90th percentile',
    noValue: 'none',
  },
  ofFive: '{{average}} of 5',
  noComments: 'No comments to show for this month.',
  moreComments_one: 'and {{count, number}} more comment',
  moreComments_other: 'and {{count, number}} more comments',
  made: 'Made on {{at}}, {{timeZone}}.',
  madeByItself: 'Made by itself on {{at}}, {{timeZone}}.',
  madeBy: 'Made anew by {{name}} on {{at}}, {{timeZone}}.',
  version: 'Version {{version, number}}',
  mail: {
    subject: 'Monthly performance report: {{month}}',
    attached: {
      charts: 'The whole report, with its charts, is attached as a PDF.',
      chartsAndComments: 'The whole report, with its charts and comments, is attached as a PDF.',
      figures: 'These figures are attached as a PDF.',
      figuresAndComments: 'These figures, with what customers wrote, are attached as a PDF.',
    },
    read: 'Read the report',
    why: 'You get this each month because you may read the reports of {{organisation}}. It can be switched off on the page of the report.',
    askedFor: 'You get this because you asked for it on the page of the report.',
  },
  table: {
    group: 'Group',
    representative: 'Representative',
  },

  /** The headings of an exported list. */
  export: {
    sheet: 'Closed tickets',
    number: 'Number',
    title: 'Title',
    customer: 'Customer',
    group: 'Group',
    member: 'Representative',
    openedAt: 'Opening date',
    closedAt: 'Closing date',
    ended: 'How it ended',
    duplicateOf: 'Duplicate of',
    score: 'Rating',
    comment: 'Comment',
    reopenedAt: 'Reopened on',
  },
} as const
