// What closed tickets can be narrowed by beside their words, in the order in which the chips read as a sentence.
import type { Asked } from './asked.ts'

/** Closed when, with whom, rated how, ended how, reopened or not; then whose. */
export const kinds = [
  'closed',
  'who',
  'rating',
  'ended',
  'reopened',
  'opened',
  'customer',
  'organisation',
  'number',
] as const
export type Kind = (typeof kinds)[number]

export const holds: Record<Kind, (asked: Asked) => boolean> = {
  closed: ({ closedFrom, closedTo }) => Boolean(closedFrom || closedTo),
  who: ({ group, member }) => Boolean(group || member),
  rating: ({ score }) => Boolean(score),
  ended: ({ ended }) => Boolean(ended),
  reopened: ({ reopened }) => reopened === 'yes' || reopened === 'any',
  opened: ({ openedFrom, openedTo }) => Boolean(openedFrom || openedTo),
  customer: ({ customer }) => Boolean(customer),
  organisation: ({ organisation }) => Boolean(organisation),
  number: ({ number }) => Boolean(number),
}

/** As the table's columns are called, where it has one. */
export const kindNames = {
  closed: 'closedTickets:column.closed',
  who: 'closedTickets:column.assignee',
  rating: 'closedTickets:column.rating',
  ended: 'closedTickets:column.ended',
  reopened: 'closedTickets:reopened.label',
  opened: 'closedTickets:column.opened',
  customer: 'closedTickets:column.customer',
  organisation: 'closedTickets:organisation.label',
  number: 'closedTickets:column.number',
} as const satisfies Record<Kind, string>
