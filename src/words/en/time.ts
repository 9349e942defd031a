// Ages, distances and days in words. Figures come from age.ts and format.ts.
export const time = {
  /** How old, where room is short. */
  underMinute: 'under 1 m',
  minutes: '{{minutes, number}} m',
  hours: '{{hours, number}} h',
  hoursMinutes: '{{hours, number}} h {{minutes, number}} m',

  since: 'since {{time}}',
  sinceDay: 'since {{day}}',

  now: 'just now',
  minutesAgo_one: '{{count, number}} minute ago',
  minutesAgo_other: '{{count, number}} minutes ago',
  hoursAgo_one: '{{count, number}} hour ago',
  hoursAgo_other: '{{count, number}} hours ago',
  daysAgo_one: '{{count, number}} day ago',
  daysAgo_other: '{{count, number}} days ago',

  yesterdayAt: 'yesterday at {{time}}',

  on: 'on {{day}}',
} as const
