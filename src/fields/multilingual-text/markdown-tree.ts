import { withoutEnding } from '../without-ends.ts'

/**
 * What people write, as a small tree of our own: nothing but what is named here ever reaches a page, a mail or the search.
 * There is no HTML in it, no picture, and no address but http, https and mailto.
 */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis'; of: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; of: Inline[] }
  | { kind: 'mention'; person: string; name: string }
  | { kind: 'break' }

export type Block =
  | { kind: 'paragraph'; of: Inline[] }
  | { kind: 'heading'; level: number; of: Inline[] }
  | { kind: 'quote'; of: Block[] }
  | { kind: 'list'; start: number | null; items: Block[][] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }

/** Signs that could mean anything, within a line or at its start; a text without one is paragraphs and nothing else. */
const anySign = /[*_`[\\<]|&\w|^\s{0,3}(?:[>#+-]|\d{1,9}[.)]|~~~)/mu

/** Whether it reads the same without being parsed: most of what people write does, and its page needs no parser. */
export const isPlain = (text: string): boolean => !anySign.test(text)

export const paragraphsOf = (text: string): Block[] =>
  text
    .split(/\n[^\S\n]*\n\s*/u)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', of: linked(part.replace(/^\n+/u, '').trimEnd()) }))

/** http, https and mailto, whole; null for everything else. */
export function safeAddress(url: string): string | null {
  if (!/^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(url)) return null
  return URL.canParse(url) ? url : null
}

const closing = `.,;:!?'»”’*_،؛؟`
const address = /\bhttps?:\/\/[^\s<>"]+/giu

/** Addresses that stand in the text as they are. What closes the sentence around one is not part of it. */
export function linked(text: string): Inline[] {
  const parts: Inline[] = []
  let done = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    const bare = withoutEnding(found, closing)
    const href = bare.includes('(') ? bare : withoutEnding(bare, ')')
    if (!safeAddress(href)) continue
    if (index > done) parts.push({ kind: 'text', text: text.slice(done, index) })
    parts.push({ kind: 'link', href, of: [{ kind: 'text', text: href }] })
    done = index + href.length
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) })
  return parts
}

/** As it is read without any form: in mails, exports, excerpts and the search. */
export const plainOf = (blocks: readonly Block[]): string => blocks.map(plainBlock).join('\n\n')

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return plainInlines(block.of)
    case 'quote':
      return plainOf(block.of).replace(/^/gmu, '> ')
    case 'list':
      return block.items
        .map((item, index) => itemOf(block.start === null ? '-' : `${block.start + index}.`, item))
        .join('\n')
    case 'code':
      return block.text
    case 'rule':
      return '---'
  }
}

const itemOf = (sign: string, item: readonly Block[]): string =>
  `${sign} ${item.map(plainBlock).join('\n').replaceAll('\n', '\n  ')}`

export const plainInlines = (inlines: readonly Inline[]): string => inlines.map(plainInline).join('')

function plainInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text
    case 'break':
      return '\n'
    case 'mention':
      return `@${inline.name}`
    case 'link': {
      const said = plainInlines(inline.of)
      const bare = inline.href.replace(/^mailto:/u, '')
      return said === bare || said === inline.href ? said : `${said} (${bare})`
    }
    default:
      return plainInlines(inline.of)
  }
}
