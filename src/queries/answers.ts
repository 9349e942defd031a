import { leftOutReasons } from '../entities/ticket/left-out.ts'
import { answerStates, endings, solutionStates, statuses, waitingFor } from '../entities/ticket/ticket.ts'
import { verbs } from '../entities/ticket/verbs.ts'
import { boolean, instant, integer, named, object, orNull, string } from '../fields/json-schema.ts'
import { textAnswer } from '../fields/multilingual-text/text-answer.ts'

export { named as namedAnswer, textAnswer }

const file = { id: string, name: string, type: string, size: integer, of: string }

const round = object({
  round: integer,
  state: { type: 'string', enum: solutionStates },
  text: textAnswer,
  proposedText: orNull(textAnswer),
  author: named,
  proposedAt: instant,
  offeredAt: orNull(instant),
  reviewedBy: orNull(named),
  selfReviewed: boolean,
  decidedAt: orNull(instant),
  reason: orNull(textAnswer),
})

export const ticketAnswer = object({
  number: integer,
  title: textAnswer,
  description: textAnswer,
  status: { type: 'string', enum: statuses },
  customer: named,
  assignee: object({ group: named, member: orNull(named) }),
  openedAt: instant,
  closedAt: orNull(instant),
  ended: orNull({ type: 'string', enum: endings }),
  duplicateOf: orNull(integer),
  original: orNull(object({ number: integer, status: { type: 'string', enum: statuses }, since: instant })),
  joined: {
    type: 'array',
    items: object({
      number: integer,
      customer: named,
      answer: orNull({ type: 'string', enum: answerStates }),
      wroteAt: orNull(instant),
    }),
  },
  undelivered: orNull(object({ to: string, said: orNull(string), at: instant })),
  waitingMail: orNull(
    object({ to: string, why: { type: 'string', enum: ['held', 'rationed', 'retried'] }, said: orNull(string) }),
  ),
  files: { type: 'array', items: object(file) },
  leftOut: {
    type: 'array',
    items: object({ ...file, why: { type: 'string', enum: leftOutReasons } }),
  },
  offeredByOriginal: orNull(
    object({
      text: textAnswer,
      ticket: integer,
      round: integer,
      at: instant,
      state: { type: 'string', enum: answerStates },
      files: { type: 'array', items: object(file) },
    }),
  ),
  solution: orNull(
    object({
      state: { type: 'string', enum: solutionStates },
      text: textAnswer,
      round: integer,
      author: named,
      asksVerdict: boolean,
      rounds: { type: 'array', items: round },
    }),
  ),
  rounds: { type: 'array', items: round },
  rating: orNull(object({ score: integer, comment: orNull(textAnswer), at: instant })),
  waiting: object({ for: { type: 'string', enum: waitingFor }, since: instant }),
  answered: boolean,
  dueAt: orNull(instant),
  reopenUntil: orNull(instant),
  rateUntil: orNull(instant),
  version: integer,
  custom: { type: 'object', additionalProperties: true },
  side: { type: 'string', enum: ['staff', 'customer'] },
  may: { type: 'array', items: { type: 'string', enum: verbs } },
})

export const incomingItemAnswer = object({
  number: integer,
  title: textAnswer,
  status: { type: 'string', enum: statuses },
  solution: orNull({ type: 'string', enum: solutionStates }),
  customer: named,
  assignee: object({ group: named, member: orNull(named) }),
  waiting: object({ for: { type: 'string', enum: waitingFor }, since: instant }),
  answered: boolean,
  openedAt: instant,
  version: integer,
})

export const myTicketAnswer = object({
  number: integer,
  customer: named,
  title: textAnswer,
  status: { type: 'string', enum: statuses },
  waiting: object({ for: { type: 'string', enum: waitingFor }, since: instant }),
  openedAt: instant,
  closedAt: orNull(instant),
  activityAt: instant,
  asks: boolean,
  rated: boolean,
  mayRate: boolean,
})

export const messageAnswer = object({
  id: string,
  kind: { type: 'string', enum: ['reply', 'note'] },
  author: named,
  side: { type: 'string', enum: ['customer', 'staff'] },
  text: textAnswer,
  at: instant,
  editedAt: orNull(instant),
})

export const versionAnswer = object({ text: textAnswer, until: instant })

const columns = { type: 'object', additionalProperties: true } as const

export const eventAnswer = object(
  {
    id: string,
    seq: integer,
    at: instant,
    actor: orNull(named),
    happened: string,
    before: columns,
    after: columns,
    reason: textAnswer,
    details: columns,
  },
  ['reason'],
)
