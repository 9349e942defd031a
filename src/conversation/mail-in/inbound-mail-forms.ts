import { statuses } from '../../entities/ticket/ticket.ts'
import { classification } from '../../fields/classification/classification.ts'
import { cursorBy } from '../../fields/cursor.ts'
import { boolean, instant, integer, named, nullable, object, orNull, string } from '../../fields/json-schema.ts'
import { wholeNumber } from '../../fields/number/whole-number.ts'
import { yesNo } from '../../fields/yes-no/yes-no.ts'
import { textAnswer } from '../../fields/multilingual-text/text-answer.ts'
import { pageLimit, readPlace } from '../../fields/page.ts'
import { mailReasons, type MailDecision } from './reasons.ts'

const decisions = Object.keys(mailReasons) as MailDecision[]
const states = ['received', 'done', 'failed'] as const

export const listForm = {
  after: cursorBy(readPlace),
  limit: pageLimit,
  decision: classification({ required: false, values: decisions }),
  state: classification({ required: false, values: states }),
  /** Those that wait for somebody to decide, and those that could not be handled. */
  toLookAt: yesNo({ required: false, fromText: true }),
  ticket: wholeNumber({ required: false, min: 1, max: Number.MAX_SAFE_INTEGER, fromText: true }),
}

const properties = {
  id: string,
  mailbox: nullable('string'),
  receivedAt: instant,
  state: { type: 'string', enum: states },
  decision: { type: ['string', 'null'], enum: [...decisions, null] },
  reason: { type: ['string', 'null'], enum: [...new Set(Object.values(mailReasons).flat()), null] },
  from: orNull(object({ address: string, name: string })),
  subject: nullable('string'),
  ticket: nullable('integer'),
  message: nullable('string'),
  lastError: nullable('string'),
  /** Who let it in or left it out; null: the rules did. */
  decidedBy: orNull(named),
  tries: integer,
  /** When one that could not be handled is tried again by itself; null: it is done, or was given up. */
  nextTryAt: orNull(instant),
  hasHtml: boolean,
  /** The whole text has more than what is shown of it. */
  isFolded: boolean,
}

export const inboundItem = object(properties)
export const inboundAnswer = object({
  ...properties,
  text: nullable('string'),
  wholeText: nullable('string'),
  html: nullable('string'),
  sanitiser: nullable('string'),
  /** Where it asks to be answered, if that is another address than its sender's. */
  replyTo: nullable('string'),
  /** Of those that were left out the copy goes after ninety days: then it has no size, no attachments and no raw form. */
  isKept: boolean,
  size: integer,
  attachments: {
    type: 'array',
    items: object({ name: string, type: string, size: integer }),
  },
  /** While it waits: of its sender, those that it could join. */
  tickets: {
    type: 'array',
    items: object({
      number: integer,
      title: textAnswer,
      status: { type: 'string', enum: statuses },
    }),
  },
})
