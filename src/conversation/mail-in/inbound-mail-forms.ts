import { statuses } from '../../entities/ticket/ticket.ts'
import { classification } from '../../fields/classification/classification.ts'
import { cursorBy } from '../../fields/cursor.ts'
import { wholeNumber } from '../../fields/number/whole-number.ts'
import { textAnswer } from '../../queries/answers.ts'
import { readPlace } from './inbound-mail-page.ts'
import { mailReasons, type MailDecision } from './reasons.ts'

const decisions = Object.keys(mailReasons) as MailDecision[]
const states = ['received', 'done', 'failed'] as const

export const listForm = {
  after: cursorBy(readPlace),
  limit: wholeNumber({ required: false, min: 1, max: 200, fromText: true }),
  decision: classification({ required: false, values: decisions }),
  state: classification({ required: false, values: states }),
  ticket: wholeNumber({ required: false, min: 1, max: Number.MAX_SAFE_INTEGER, fromText: true }),
}

const maybe = (type: string) => ({ type: [type, 'null'] })
const object = (properties: object) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

const properties = {
  id: { type: 'string' },
  mailbox: maybe('string'),
  receivedAt: { type: 'string', format: 'date-time' },
  state: { type: 'string', enum: states },
  decision: { type: ['string', 'null'], enum: [...decisions, null] },
  reason: { type: ['string', 'null'], enum: [...new Set(Object.values(mailReasons).flat()), null] },
  from: { anyOf: [object({ address: { type: 'string' }, name: { type: 'string' } }), { type: 'null' }] },
  subject: maybe('string'),
  ticket: maybe('integer'),
  message: maybe('string'),
  lastError: maybe('string'),
  /** Who let it in or left it out; null: the rules did. */
  decidedBy: { anyOf: [object({ id: { type: 'string' }, name: { type: 'string' } }), { type: 'null' }] },
  tries: { type: 'integer' },
  hasHtml: { type: 'boolean' },
  /** The whole text has more than what is shown of it. */
  isFolded: { type: 'boolean' },
}

export const inboundItem = object(properties)
export const inboundAnswer = object({
  ...properties,
  text: maybe('string'),
  wholeText: maybe('string'),
  html: maybe('string'),
  sanitiser: maybe('string'),
  size: { type: 'integer' },
  attachments: {
    type: 'array',
    items: object({ name: { type: 'string' }, type: { type: 'string' }, size: { type: 'integer' } }),
  },
  /** While it waits: of its sender, those that it could join. */
  tickets: {
    type: 'array',
    items: object({
      number: { type: 'integer' },
      title: textAnswer,
      status: { type: 'string', enum: statuses },
    }),
  },
})
