// Templates of messages, from the catalogs or as an administrator edited them, filled with values.
//
// A body is a list of paragraphs. Variables stand as {{name}}. A paragraph may end with buttons, [label](action); the
// renderer gives each action its address. An empty variable takes its paragraph with it; in a subject or a line it takes
// the punctuation before it, or the brackets around it. Values are put in once and never read as templates themselves.
import { isolate, mark } from './direction.ts'
import type { Dir } from './languages.ts'

const buttonActions = [
  'see-request',
  'confirm-address',
  'see-progress',
  'view-ticket',
  'review',
  'edit-solution',
  'accept-solution',
  'decline-solution',
  'reopen',
  'write-back',
  'notification-settings',
  'send-new-link',
  'choose-password',
  'see-mailboxes',
] as const

export type ButtonAction = (typeof buttonActions)[number]
export type Button = { readonly label: string; readonly action: ButtonAction }
export type Values = Readonly<Record<string, string | undefined>>

/** Plain words, or a value with the variable's name, so that a renderer can set a `lang` or draw {{stars}}. */
export type Piece = { readonly text: string } | { readonly variable: string; readonly value: string }
export type Paragraph = { readonly pieces: readonly Piece[]; readonly buttons: readonly Button[] }

/** How a value of the other direction is kept from moving its neighbours: see direction.ts. */
export type Keeping = 'isolate' | 'mark' | 'bare'

const keep: Record<Keeping, (value: string, dir: Dir) => string> = { isolate, mark, bare: (value) => value }

/** Fills a subject or a line. Pass `mark` for a mail's subject. */
export const fillTemplate = (template: string, values: Values, dir: Dir, keeping: Keeping = 'isolate'): string =>
  textOf(piecesOf(withoutEmpty(template, values), values), dir, keeping)

/** Fills a body. `parts` are templates themselves ({{opening}}, {{verdict}}); they are put in place before any value is. */
export const fillBody = (body: readonly string[], values: Values, parts: Values = {}): Paragraph[] =>
  body
    .map((paragraph) => withParts(paragraph, parts))
    .filter((paragraph) => variablesIn(paragraph).every((name) => !isEmpty(values[name])))
    .map((paragraph) => {
      const { text, buttons } = parseButtons(paragraph)
      return { pieces: piecesOf(text, values), buttons }
    })

/** For the text part of a mail, with the values isolated. */
export const textOf = (pieces: readonly Piece[], dir: Dir, keeping: Keeping = 'isolate'): string =>
  pieces.map((piece) => ('text' in piece ? piece.text : keep[keeping](piece.value, dir))).join('')

/** By name, without their braces. */
export const variablesIn = (template: string): readonly string[] => readTemplate(template).variables

/** The buttons at a paragraph's end, apart from its text. Brackets that name no action of ours stay text. */
export const parseButtons = (paragraph: string): { text: string; buttons: Button[] } => {
  const buttons: Button[] = []
  let text = paragraph.trimEnd()
  for (let last = lastButton.exec(text); last; last = lastButton.exec(text)) {
    const [whole, label = '', action = ''] = last
    if (!isAction(action)) break
    buttons.unshift({ label, action })
    text = text.slice(0, -whole.length).trimEnd()
  }
  return { text, buttons }
}

const variable = /\{\{\s*(\w+)\s*\}\}/gu
const lastButton = /\[([^\][]+)\]\(([a-z-]+)\)$/u

const isAction = (action: string): action is ButtonAction => (buttonActions as readonly string[]).includes(action)

const isEmpty = (value: string | undefined): boolean => value === undefined || value.trim() === ''

const withParts = (paragraph: string, parts: Values): string =>
  paragraph.replace(variable, (whole, name: string) =>
    Object.hasOwn(parts, name) ? (parts[name] ?? '') || whole : whole,
  )

const withoutEmpty = (template: string, values: Values): string => {
  const empty = variablesIn(template).filter((name) => isEmpty(values[name]))
  return empty.reduce(without, template).trim()
}

const without = (template: string, name: string): string =>
  template
    .replace(new RegExp(`\\s*[(（][^()（）]*\\{\\{\\s*${name}\\s*\\}\\}[^()（）]*[)）]`, 'gu'), '')
    .replace(new RegExp(`\\s*[:：،,;؛–—-]?\\s*\\{\\{\\s*${name}\\s*\\}\\}`, 'gu'), '')

const piecesOf = (template: string, values: Values): Piece[] =>
  readTemplate(template).parts.map((part) =>
    'text' in part ? part : { variable: part.variable, value: values[part.variable] ?? '' },
  )

type Part = { readonly text: string } | { readonly variable: string }
type ReadTemplate = { readonly parts: readonly Part[]; readonly variables: readonly string[] }

/** The same few templates are filled for every line of every bell: each is taken apart once. */
const readTemplates = new Map<string, ReadTemplate>()
const mostTemplates = 1_000

function readTemplate(template: string): ReadTemplate {
  const known = readTemplates.get(template)
  if (known) return known
  // what an administrator is writing just now comes as a new one with every key: what is not asked for makes room
  if (readTemplates.size >= mostTemplates) readTemplates.clear()
  // texts stand at the even places, the names between them at the odd ones
  const split = template.split(/\{\{\s*(\w+)\s*\}\}/u)
  const parts = split.flatMap((part, place): Part[] =>
    place % 2 === 1 ? [{ variable: part }] : part === '' ? [] : [{ text: part }],
  )
  const read = { parts, variables: split.filter((_, place) => place % 2 === 1) }
  readTemplates.set(template, read)
  return read
}
