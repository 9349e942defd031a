/** What can be done to a ticket, as in its address: POST /api/v1/tickets/1042/propose-solution. */
export const verbs = [
  'submit',
  'cancel',
  'assign',
  'take',
  'give-back',
  'release',
  'propose-solution',
  'withdraw-solution',
  'approve-solution',
  'return-solution',
  'accept-solution',
  'decline-solution',
  'close',
  'close-by-silence',
  'mark-duplicate',
  'reopen',
  'rate',
  'reply',
  'note',
  'edit-note',
  'translate',
  'set-fields',
] as const

export type Verb = (typeof verbs)[number]
