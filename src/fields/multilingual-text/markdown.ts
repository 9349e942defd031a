import { fromMarkdown } from 'mdast-util-from-markdown'
import {
  isPlain,
  linked,
  paragraphsOf,
  plainInlines,
  plainOf,
  safeAddress,
  type Block,
  type Inline,
} from './markdown-tree.ts'

type Node = ReturnType<typeof fromMarkdown>['children'][number]
type Given = {
  type: string
  value?: string
  url?: string
  depth?: number
  ordered?: boolean | null
  start?: number | null
  children?: Node[]
}

/**
 * Left out of the language: HTML, since nothing is done with it; pictures, since none is fetched from elsewhere; and what would
 * turn texts that never meant to be Markdown into something else: code by four spaces, a title by dashes below it, references.
 */
const leftOut = {
  disable: { null: ['htmlFlow', 'htmlText', 'labelStartImage', 'codeIndented', 'setextUnderline', 'definition'] },
}

/**
 * Parsing takes the square of how many signs there are in a text, of how many lines begin with one (measured: 10,000 quotes of a
 * line take 40 s, 600 take 0.2 s), and of how many lines go on with what one began (25,000 below a quote take 9 s). More than
 * anybody writes, or deeper, is read as it stands.
 */
const mostSigns = 2000
const mostBegun = 600
const mostLines = 3000
const tooDeep = /^(?:[\t ]*(?:[-+*>]|\d+[.)])){20}/mu

// Within its line alone: white space that reaches over lines is walked through anew from each of thousands of empty ones.
const isTooMuch = (text: string): boolean =>
  countOf(text, /\r\n?|\n/gu) > mostLines ||
  countOf(text, /[*_`[\]]/gu) > mostSigns ||
  countOf(text, /^[\t ]*(?:[-+*>#]|\d+[.)])/gmu) > mostBegun ||
  tooDeep.test(text)

const countOf = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0

/** Never throws: what is more or deeper than people write is shown as it stands, in paragraphs. */
export function readMarkdown(text: string): Block[] {
  if (isPlain(text) || isTooMuch(text)) return paragraphsOf(text)
  return blocksOf(fromMarkdown(text, { extensions: [leftOut] }).children)
}

const blocksOf = (nodes: readonly Node[]): Block[] => nodes.flatMap((node) => blockOf(node as Given))

function blockOf(node: Given): Block[] {
  const { children = [] } = node
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', of: inlinesOf(children) }]
    case 'heading':
      return [{ kind: 'heading', level: node.depth ?? 1, of: inlinesOf(children) }]
    case 'blockquote':
      return [{ kind: 'quote', of: blocksOf(children) }]
    case 'list': {
      const items = children.map((item) => blocksOf((item as Given).children ?? []))
      return [{ kind: 'list', start: node.ordered ? (node.start ?? 1) : null, items }]
    }
    case 'code':
      return [{ kind: 'code', text: node.value ?? '' }]
    case 'thematicBreak':
      return [{ kind: 'rule' }]
    default:
      return node.value ? [{ kind: 'paragraph', of: [{ kind: 'text', text: node.value }] }] : []
  }
}

const inlinesOf = (nodes: readonly Node[], inLink = false): Inline[] =>
  nodes.flatMap((node) => inlineOf(node as Given, inLink))

function inlineOf(node: Given, inLink: boolean): Inline[] {
  const { children = [], value = '' } = node
  switch (node.type) {
    case 'text':
      return inLink ? [{ kind: 'text', text: value }] : linked(value)
    case 'strong':
    case 'emphasis':
      return [{ kind: node.type, of: inlinesOf(children, inLink) }]
    case 'inlineCode':
      return [{ kind: 'code', text: value }]
    case 'break':
      return [{ kind: 'break' }]
    case 'link':
      return linkOf(node.url ?? '', inlinesOf(children, true))
    default:
      return value ? [{ kind: 'text', text: value }] : inlinesOf(children, inLink)
  }
}

function linkOf(url: string, of: Inline[]): Inline[] {
  const [, person] = /^mention:([0-9a-f-]{36})$/u.exec(url) ?? []
  if (person) return [{ kind: 'mention', person, name: plainInlines(of).replace(/^@/u, '') }]
  const href = safeAddress(url)
  // an address that leads nowhere safe is said, not linked
  if (!href) return [...of, { kind: 'text', text: ` (${url})` }]
  return [{ kind: 'link', href, of: of.length > 0 ? of : [{ kind: 'text', text: url }] }]
}

/** As it is read without any form: in mails, exports, excerpts and the search. */
export const plainMarkdown = (text: string): string => plainOf(readMarkdown(text))

/** Who is named with @, each once. */
export function mentionsIn(text: string): string[] {
  if (!text.includes('](mention:')) return []
  const found = new Set<string>()
  const walk = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if (inline.kind === 'mention') found.add(inline.person)
      else if ('of' in inline) walk(inline.of)
    }
  }
  const through = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === 'list') block.items.forEach(through)
      else if (block.kind === 'quote') through(block.of)
      else if ('of' in block) walk(block.of)
    }
  }
  through(readMarkdown(text))
  return [...found]
}
