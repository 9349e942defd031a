import type { Command } from './commands.ts'
import type { Verb } from './people.ts'
import type { Who, WritingKind } from './world.ts'

type Try = Extract<Command, { do: 'try' }>

const given: Try['given'] = {
  group: 'documents',
  member: 'omar',
  other: 0,
  stars: 3,
  version: 'none',
  calls: [],
  withoutText: false,
}
const asks = (who: 'salma' | 'pierre'): Command => ({ do: 'submit', who, customer: who, twice: false })
const tries = (who: Try['who'], verb: Verb, ticket = 0, more: Partial<Try['given']> = {}): Command => ({
  do: 'try',
  who,
  verb,
  ticket,
  given: { ...given, ...more },
})
const begins = (who: Who, kind: WritingKind): Command => ({ do: 'draft', who, ticket: 0, kind, empty: false })
const waits = (days: number): Command => ({ do: 'wait', minutes: days * 1440 + 1 })
const offered = [
  asks('salma'),
  tries('mariam', 'assign'),
  tries('omar', 'propose-solution'),
  tries('lina', 'approve-solution'),
]

/** Walks that chance takes seldom, and failures that were found once, kept as they were. */
export const examples: Command[][] = [
  // each is the other's original
  [
    asks('salma'),
    asks('pierre'),
    tries('mariam', 'mark-duplicate', 0, { other: 1 }),
    tries('lina', 'mark-duplicate', 1),
  ],
  // who wrote it does not review it, until nobody else is there
  [
    asks('salma'),
    tries('mariam', 'take'),
    tries('mariam', 'propose-solution'),
    tries('mariam', 'approve-solution'),
    { do: 'leave', who: 'lina' },
    tries('mariam', 'approve-solution'),
  ],
  [...offered, tries('mariam', 'withdraw-solution', 0, { version: 'stale' }), tries('jana', 'take')],
  [asks('salma'), tries('mariam', 'assign'), tries('jana', 'take')],
  // silence, with a question and an answer between, then both windows
  [
    ...offered,
    waits(4),
    { do: 'fallDue' },
    tries('salma', 'reply'),
    waits(15),
    { do: 'fallDue' },
    tries('omar', 'reply'),
    { do: 'settings', settings: { silenceDays: 2 } },
    waits(4),
    { do: 'fallDue' },
    waits(2),
    { do: 'fallDue' },
    waits(2),
    { do: 'fallDue' },
    waits(15),
    tries('salma', 'reopen'),
    tries('salma', 'rate'),
    waits(31),
    tries('salma', 'rate'),
    tries('mariam', 'reopen'),
  ],
  // found: a ticket that was reopened came back to somebody who had left meanwhile
  [
    ...offered,
    tries('salma', 'accept-solution'),
    { do: 'leave', who: 'omar' },
    { do: 'return', who: 'omar' },
    { do: 'leave', who: 'omar' },
    tries('salma', 'reopen'),
  ],
  // found: the reason for which a proposal was taken back before the review reached its customer
  [asks('salma'), tries('mariam', 'assign'), tries('omar', 'propose-solution'), tries('omar', 'withdraw-solution')],
  // found: the followers of a ticket that joins another
  [
    asks('salma'),
    asks('pierre'),
    asks('salma'),
    tries('mariam', 'mark-duplicate', 2, { other: 1 }),
    tries('mariam', 'mark-duplicate', 1, { other: 0 }),
    tries('salma', 'reopen', 2),
  ],
  // found: a mark that was taken back left behind what it had moved
  [
    asks('salma'),
    asks('pierre'),
    asks('salma'),
    asks('pierre'),
    tries('mariam', 'mark-duplicate', 2, { other: 1 }),
    ...['assign', 'propose-solution', 'approve-solution'].map((verb, step) =>
      tries((['mariam', 'omar', 'lina'] as const)[step]!, verb as Verb, 0),
    ),
    tries('mariam', 'mark-duplicate', 1, { other: 0 }),
    tries('mariam', 'mark-duplicate', 0, { other: 3 }),
    tries('lina', 'reopen', 1),
    tries('lina', 'reopen', 0),
  ],
  // found: what a ticket was joined with ended without an answer, nobody was told, and the days to reopen were over by then
  [
    asks('salma'),
    asks('pierre'),
    asks('pierre'),
    tries('mariam', 'mark-duplicate', 1),
    tries('mariam', 'mark-duplicate', 2),
    waits(15),
    tries('pierre', 'reopen', 2),
    tries('mariam', 'close'),
    waits(4),
    tries('pierre', 'reopen', 2),
    waits(15),
    tries('pierre', 'reopen', 1),
  ],
  // who was called by name in a note hears no second time of it when it is edited; who is new in it does
  [
    asks('salma'),
    tries('mariam', 'note', 0, { calls: ['lina'] }),
    tries('lina', 'edit-note', 0, { calls: ['adam'] }),
    tries('mariam', 'edit-note', 0, { calls: ['lina', 'adam', 'salma'] }),
  ],
  // what was begun goes when it is sent, and nobody else's goes with it
  [
    asks('salma'),
    tries('mariam', 'assign'),
    begins('omar', 'note'),
    begins('omar', 'reply'),
    begins('jana', 'note'),
    begins('omar', 'propose-solution'),
    tries('omar', 'note'),
    begins('salma', 'reply'),
    tries('salma', 'reply'),
    tries('omar', 'reply'),
    tries('omar', 'propose-solution'),
  ],
  // why it was returned, then declined: staff translate both, its customer their own alone, and hears nothing of the other
  [
    ...offered.slice(0, 3),
    // which text is said by the place of another ticket
    ...[asks('pierre'), asks('pierre')],
    tries('lina', 'return-solution'),
    tries('mariam', 'propose-solution'),
    tries('lina', 'approve-solution'),
    tries('salma', 'decline-solution'),
    ...[0, 1, 2].flatMap((other) => [
      tries('salma', 'translate', 0, { other }),
      tries('omar', 'translate', 0, { other }),
    ]),
  ],
  // a duplicate is not rated
  [asks('salma'), asks('pierre'), tries('mariam', 'mark-duplicate', 0, { other: 1 }), tries('salma', 'rate')],
  // a duplicate moves along to a root that was answered already, in the same round as its own
  [
    asks('salma'),
    asks('pierre'),
    asks('salma'),
    ...[1, 2].flatMap((ticket) => [
      tries('mariam', 'assign', ticket),
      tries('omar', 'propose-solution', ticket),
      tries('lina', 'approve-solution', ticket),
    ]),
    tries('mariam', 'mark-duplicate', 0, { other: 1 }),
    tries('mariam', 'mark-duplicate', 1, { other: 2 }),
  ],
  // a customer who decides against what was asked of them when it went out
  [
    { do: 'settings', settings: { confirmation: false } },
    ...offered,
    { do: 'settings', settings: { confirmation: true } },
    tries('salma', 'accept-solution'),
    tries('salma', 'decline-solution'),
  ],
]
