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

const anyVersion = wholeNumber({ required: false, min: 1, max: 2 ** 31 - 1 })
const saying = <F extends { schema: object }>(field: F, description: string): F => ({
  ...field,
  schema: { ...field.schema, description },
})
// where the transition is guarded, and where it is not
const guarded = saying(
  anyVersion,
  'The version that was seen: where the ticket has moved on since, it is refused, 409.',
)
const version = saying(anyVersion, 'The version that was seen. It is not looked at here.')
const languageTag = { matches: tagShape, otherwise: 'notALanguage' }
const language = <const R extends boolean>(required: R) => shortText({ required, max: 35, shape: languageTag })
const text = { ...ticketTexts }
const optional = <F extends object>(field: F) => ({ ...field, required: false as const })

const whichText =
  'Which text: title, description, comment, solution:<round>, message:<id>, custom:<key> of an added field, or reason:<seq> of the event that gave it.'

// what was sent to /files before
const files = listOf(id({ required: true }), { required: false, max: mostFiles })

/** The body of each verb's request: one declaration for the server's check, the pages' forms and the published interface. */
export const bodies = {
  submit: {
    title: ticketEntity.title,
    description: ticketEntity.description,
    customer: saying(shortText({ required: false, max: 254 }), 'An id or an e-mail address; absent: the caller.'),
    language: language(false),
    // values of added fields by their keys; read by the definitions of the moment
    custom: anyObject({ required: false }),
    files,
  },
  cancel: { reason: optional(text.reason), version },
  assign: { group: id({ required: true }), member: optional(id({ required: true })), version: guarded },
  take: { version },
  'give-back': { reason: optional(text.reason), version },
  'propose-solution': { solution: ticketEntity.solution.fields.solution, files, version: guarded },
  'withdraw-solution': { reason: text.reason, version: guarded },
  'approve-solution': { solution: optional(ticketEntity.solution.fields.solution), version: guarded },
  'return-solution': { reason: text.reason, version: guarded },
  'accept-solution': { version: guarded },
  'decline-solution': { reason: text.reason, version: guarded },
  close: { reason: text.reason, version: guarded },
  'mark-duplicate': {
    original: wholeNumber({ required: true, min: 1, max: Number.MAX_SAFE_INTEGER }),
    version: guarded,
  },
  reopen: { reason: text.reason, version },
  rate: {
    score: ticketEntity.rating.fields.score,
    comment: textOrNone(ticketEntity.rating.fields.comment),
    version: guarded,
  },
  reply: { text: text.reply, files, version: guarded },
  note: { text: text.note, files, version },
  'edit-note': { message: id({ required: true }), text: text.note, version },
  translate: {
    field: saying(shortText({ required: true, max: 100 }), whichText),
    language: language(true),
    text: shortText({ required: true, max: 50_000, asTyped: 'lines' }),
    version,
  },
  'set-fields': { fields: anyObject({ required: true }), version },
} as const satisfies Partial<Record<Verb, Form>>
