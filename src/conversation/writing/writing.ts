import { mostFiles } from '../../entities/ticket/most-files.ts'
import { ticketTexts } from '../../entities/ticket/ticket.ts'
import { fine, isText, wrong, type FieldType } from '../../fields/field-type.ts'
import { listOf } from '../../fields/list-of.ts'
import { wholeNumber } from '../../fields/number/whole-number.ts'
import { id } from '../../fields/user/user.ts'

/** What is written on a ticket, each by a verb of the same name. */
export const writings = ['reply', 'note', 'propose-solution'] as const
export type WritingKind = (typeof writings)[number]

export const isWriting = (name: string | undefined): name is WritingKind =>
  (writings as readonly (string | undefined)[]).includes(name)

export type WrittenFile = { id: string; name: string; type: string; size: number }
export type Draft = {
  kind: WritingKind
  text: string
  files: WrittenFile[]
  at: string
  /** Why it came back instead of going out: a refusal's code. */
  problem: string | null
  /** What came back into it or was taken back, the newest first. Whoever saves says what of it they know. */
  back: { id: string; text: string }[]
}
/** Sent, and until then still to be taken back. */
export type Held = { kind: WritingKind; id: string; text: string; files: WrittenFile[]; dueAt: string }
/** Sent, and not gone out: it waits as a draft. */
export type CameBack = { ticket: number; kind: WritingKind; at: string }
export type Writing = { drafts: Draft[]; held: Held[] }

/** As it stands, spaces and all: half a sentence is a draft too. */
const draftText: FieldType<string> & { required: true } = {
  type: 'short-text',
  required: true,
  editable: true,
  schema: { type: 'string', maxLength: ticketTexts.reply.max },
  parse: (input) => {
    if (typeof input !== 'string') return wrong({ code: input === undefined ? 'required' : 'wrongType' })
    if (!isText(input)) return wrong({ code: 'notText' })
    const { max } = ticketTexts.reply
    return input.length > max * 2 ? wrong({ code: 'tooLong', max, length: input.length }) : fine(input)
  },
  store: (value) => value,
  restore: (stored) => stored as string,
  present: (value) => value,
}

const files = listOf(id({ required: true }), { required: false, max: mostFiles })

/** Of what came back into the draft, what its writer has before them. Without it: all of that. */
const knows = listOf(id({ required: true }), { required: false, max: 100 })

export const draftForm = { text: draftText, files, knows }

export const holdForm = {
  text: ticketTexts.reply,
  files,
  /** The version of the ticket that its writer had before them. */
  version: wholeNumber({ required: true, min: 1, max: 2 ** 31 - 1 }),
  knows,
}
