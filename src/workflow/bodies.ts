import { ticketEntity, ticketTexts } from '../entities/ticket/ticket.ts'
import { mostFiles } from '../entities/ticket/most-files.ts'
import type { Verb } from '../entities/ticket/verbs.ts'
import { anyObject } from '../fields/any-object.ts'
import { listOf } from '../fields/list-of.ts'
import type { Form } from '../fields/form.ts'
import { tagShape } from '../fields/multilingual-text/language-tag.ts'
import { textOrNone } from '../fields/multilingual-text/text-or-none.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { id } from '../fields/user/user.ts'
import { wholeNumber } from '../fields/number/whole-number.ts'

// The version that the page saw; a stale one is refused with 409 where the transition is guarded.
const version = wholeNumber({ required: false, min: 1, max: 2 ** 31 - 1 })
const languageTag = { matches: tagShape, otherwise: 'notALanguage' }
const language = <const R extends boolean>(required: R) => shortText({ required, max: 35, shape: languageTag })
const text = { ...ticketTexts }
const optional = <F extends object>(field: F) => ({ ...field, required: false as const })

const textOfTicket = shortText({ required: true, max: 100 })
const whichText =
  'Which text: title, description, comment, solution:<round>, message:<id>, custom:<key> of an added field, or reason:<seq> of the event that gave it.'

// what was sent to /files before
const files = listOf(id({ required: true }), { required: false, max: mostFiles })

/** The body of each verb's request: one declaration for the server's check, the pages' forms and the published interface. */
export const bodies = {
  submit: {
    title: ticketEntity.title,
    description: ticketEntity.description,
    // an id or an e-mail address; absent: the caller
    customer: shortText({ required: false, max: 254 }),
    language: language(false),
    // values of added fields by their keys; read by the definitions of the moment
    custom: anyObject({ required: false }),
    files,
  },
  cancel: { reason: optional(text.reason), version },
  assign: { group: id({ required: true }), member: optional(id({ required: true })), version },
  take: { version },
  'give-back': { reason: optional(text.reason), version },
  'propose-solution': { solution: ticketEntity.solution.fields.solution, files, version },
  'withdraw-solution': { reason: text.reason, version },
  'approve-solution': { solution: optional(ticketEntity.solution.fields.solution), version },
  'return-solution': { reason: text.reason, version },
  'accept-solution': { version },
  'decline-solution': { reason: text.reason, version },
  close: { reason: text.reason, version },
  'mark-duplicate': { original: wholeNumber({ required: true, min: 1, max: Number.MAX_SAFE_INTEGER }), version },
  reopen: { reason: text.reason, version },
  rate: { score: ticketEntity.rating.fields.score, comment: textOrNone(ticketEntity.rating.fields.comment), version },
  reply: { text: text.reply, files, version },
  note: { text: text.note, files, version },
  'edit-note': { message: id({ required: true }), text: text.note, version },
  translate: {
    field: { ...textOfTicket, schema: { ...textOfTicket.schema, description: whichText } },
    language: language(true),
    text: shortText({ required: true, max: 50_000, asTyped: 'lines' }),
    version,
  },
  'set-fields': { fields: anyObject({ required: true }), version },
} as const satisfies Partial<Record<Verb, Form>>
