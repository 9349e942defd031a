// What the pages that look back share: ranges of days, changes against the time before, graphs.
export const lookBack = {
  title: 'Look back',
  monthlyReport: 'Monthly report',

  range: {
    label: 'Choose the days',
    from: 'From',
    to: 'To',
    anyTime: 'at any time',
    since: 'since {{day}}',
    until: 'until {{day}}',
    usual: 'As is usual',
    last_one: 'Today',
    last_other: 'The last {{count, number}} days',
    year: 'This year',
    yearBefore: 'Last year',
  },

  change: {
    none: 'no change',
    up: 'up by {{amount}}',
    down: 'down by {{amount}}',
  },

  graph: {
    closedPerDay: 'Closed tickets per day',
    closedPerWeek: 'Closed tickets per week',
    closedPerMonth: 'Closed tickets per month',
    point: '{{when}}: {{told}}',
    compared: '{{closed, number}} closed · {{name}}: {{value}}',
    keys: 'Arrow keys go from bar to bar.',
    weekOf: 'Week of {{day}}',
  },

  statistics: {
    loading: 'Loading the figures',
    failed: 'The figures could not be loaded',
    when: 'When',
    splitBy: 'Tell apart by',
    emptyText: 'Choose other days to see more.',
  },

  report: {
    loading: 'Loading the report',
    failed: 'The report could not be loaded',
    none: 'There is no report yet',
    noneText: 'The report of a month is made by itself on the first day of the next one.',
    month: 'Month',
    before: 'The month before',
    next: 'The month after',
    figure: 'Figure',
    against: 'Against {{month}}',
    made: 'Made on {{at}}, {{timeZone}}.',
    partly: 'These are the figures of your groups and your own. The whole is for those who see all tickets.',
    mailToMe: 'Mail it to me',
    mailed: 'On its way to {{address}}.',
    more: 'More about this report',
    makeAnew: 'Make it anew',
    madeAnew: 'Made anew: version {{version, number}}.',
    mailMonthly: 'Mail me each month',
    mailNoMore: 'Do not mail me each month',
    older: 'This is version {{version, number}}, an older one.',
    readNewest: 'Read the newest',
    translation: 'Translation',
    noParts: 'Nothing happened here this month.',
    nobodyRated: 'Nobody rated a closing this month.',
  },
} as const
