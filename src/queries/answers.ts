import { leftOutReasons } from '../entities/ticket/left-out.ts'
import { answerStates, endings, solutionStates, statuses, waitingFor } from '../entities/ticket/ticket.ts'
import { verbs } from '../entities/ticket/verbs.ts'

/** The published form of a ticket's answer; what it does not name is not sent. */
const string = { type: 'string' } as const
const integer = { type: 'integer' } as const
const instant = { type: 'string', format: 'date-time' } as const
const maybe = <S extends object>(schema: S) => ({ anyOf: [schema, { type: 'null' }] }) as const
const object = (properties: Record<string, object>, optional: string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})

const file = { id: string, name: string, type: string, size: integer, of: string }

export const textAnswer = object({
  source: string,
  texts: {
    type: 'object',
    additionalProperties: object({ text: string, outdated: { type: 'boolean' }, machine: { type: 'boolean' } }, [
      'outdated',
      'machine',
    ]),
  },
})

export const namedAnswer = object({ id: string, name: string })

const round = object({
  round: integer,
  state: { type: 'string', enum: solutionStates },
  text: textAnswer,
  proposedText: maybe(textAnswer),
  author: namedAnswer,
  proposedAt: instant,
  offeredAt: maybe(instant),
  reviewedBy: maybe(namedAnswer),
  selfReviewed: { type: 'boolean' },
  decidedAt: maybe(instant),
  reason: maybe(textAnswer),
})

export const ticketAnswer = object({
  number: integer,
  title: textAnswer,
  description: textAnswer,
  status: { type: 'string', enum: statuses },
  customer: namedAnswer,
  assignee: object({ group: namedAnswer, member: maybe(namedAnswer) }),
  openedAt: instant,
  closedAt: maybe(instant),
  ended: maybe({ type: 'string', enum: endings }),
  duplicateOf: maybe(integer),
  original: maybe(object({ number: integer, status: { type: 'string', enum: statuses }, since: instant })),
  joined: {
    type: 'array',
    items: object({
      number: integer,
      customer: namedAnswer,
      answer: maybe({ type: 'string', enum: answerStates }),
      wroteAt: maybe(instant),
    }),
  },
  undelivered: maybe(object({ to: string, said: maybe(string), at: instant })),
  waitingMail: maybe(
    object({ to: string, why: { type: 'string', enum: ['held', 'rationed', 'retried'] }, said: maybe(string) }),
  ),
  files: { type: 'array', items: object(file) },
  leftOut: {
    type: 'array',
    items: object({ ...file, why: { type: 'string', enum: leftOutReasons } }),
  },
  offeredByOriginal: maybe(
    object({ text: textAnswer, round: integer, at: instant, state: { type: 'string', enum: answerStates } }),
  ),
  solution: maybe(
    object({
      state: { type: 'string', enum: solutionStates },
      text: textAnswer,
      round: integer,
      author: namedAnswer,
      asksVerdict: { type: 'boolean' },
      rounds: { type: 'array', items: round },
    }),
  ),
  rounds: { type: 'array', items: round },
  rating: maybe(object({ score: integer, comment: maybe(textAnswer), at: instant })),
  waiting: object({ for: { type: 'string', enum: waitingFor }, since: instant }),
  answered: { type: 'boolean' },
  dueAt: maybe(instant),
  reopenUntil: maybe(instant),
  rateUntil: maybe(instant),
  version: integer,
  custom: { type: 'object', additionalProperties: true },
  side: { type: 'string', enum: ['staff', 'customer'] },
  may: { type: 'array', items: { type: 'string', enum: verbs } },
})

export const pageAnswer = (item: object) => object({ items: { type: 'array', items: item }, next: maybe(string) })

export const incomingItemAnswer = object({
  number: integer,
  title: textAnswer,
  status: { type: 'string', enum: statuses },
  solution: maybe({ type: 'string', enum: solutionStates }),
  customer: namedAnswer,
  assignee: object({ group: namedAnswer, member: maybe(namedAnswer) }),
  waiting: object({ for: { type: 'string', enum: waitingFor }, since: instant }),
  answered: { type: 'boolean' },
  openedAt: instant,
  version: integer,
})

export const myTicketAnswer = object({
  number: integer,
  customer: namedAnswer,
  title: textAnswer,
  status: { type: 'string', enum: statuses },
  waiting: object({ for: { type: 'string', enum: waitingFor }, since: instant }),
  openedAt: instant,
  closedAt: maybe(instant),
  activityAt: instant,
  rated: { type: 'boolean' },
  mayRate: { type: 'boolean' },
})

export const messageAnswer = object({
  id: string,
  kind: { type: 'string', enum: ['reply', 'note'] },
  author: namedAnswer,
  side: { type: 'string', enum: ['customer', 'staff'] },
  text: textAnswer,
  at: instant,
  editedAt: maybe(instant),
})

export const versionAnswer = object({ text: textAnswer, until: instant })

const columns = { type: 'object', additionalProperties: true } as const

export const eventAnswer = object(
  {
    id: string,
    seq: integer,
    at: instant,
    actor: maybe(namedAnswer),
    happened: string,
    before: columns,
    after: columns,
    reason: textAnswer,
    details: columns,
  },
  ['reason'],
)
