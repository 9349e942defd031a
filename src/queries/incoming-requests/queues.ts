/** The queues of the incoming view, in the order of its rail. */
export const queues = [
  'new',
  'mine',
  'myGroups',
  'toReview',
  'waitingForCustomer',
  'customerAnswered',
  'allOpen',
] as const
export type Queue = (typeof queues)[number]

/** Counts are bounded: beyond this the rail says "999+". */
export const countedAtMost = 1000
