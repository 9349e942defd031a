// A number with its noun: whole phrases, never pasted into another sentence.
export const plurals = {
  tickets_one: '{{count, number}} ticket',
  tickets_other: '{{count, number}} tickets',
  new_one: '{{count, number}} new',
  new_other: '{{count, number}} new',
  unread_one: '{{count, number}} unread notification',
  unread_other: '{{count, number}} unread notifications',
  days_one: '{{count, number}} day',
  days_other: '{{count, number}} days',
  members_one: '{{count, number}} member',
  members_other: '{{count, number}} members',
  people_one: '{{count, number}} person',
  people_other: '{{count, number}} people',
  ratings_one: '{{count, number}} rating',
  ratings_other: '{{count, number}} ratings',
  closings_one: '{{count, number}} closing',
  closings_other: '{{count, number}} closings',

  rows_one: '{{count, number}} row',
  rows_other: '{{count, number}} rows',
} as const
