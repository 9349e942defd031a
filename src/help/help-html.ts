import { escapeHtml } from '../channels/email/html.ts'

/** A help page as it is shown: our own Markdown, made into HTML once. */
export type HelpPage = { title: string; html: string }

/**
 * The Markdown that our help is written in, and no more: one title, headings, paragraphs, lists, **strong**, _emphasis_,
 * `code` and links to other help pages. Everything is escaped first, so no page can carry HTML of its own.
 */
export function helpHtml(markdown: string): HelpPage {
  const blocks = markdown
    .replace(/\r\n/gu, '\n')
    .trim()
    .split(/\n{2,}/u)
  const [first = '', ...rest] = blocks
  if (!first.startsWith('# ')) throw new Error('A help page begins with its title: # …')
  return { title: first.slice(2).trim(), html: rest.map(blockHtml).join('\n') }
}

function blockHtml(block: string): string {
  const lines = block.split('\n')
  if (block.startsWith('## ')) return `<h2>${inline(block.slice(3))}</h2>`
  if (lines.every((line) => /^\d+\. /u.test(line))) return list('ol', lines, /^\d+\. /u)
  if (lines.every((line) => line.startsWith('- '))) return list('ul', lines, /^- /u)
  // a list that is broken, or a kind of block that is not written here, must not pass as a paragraph
  if (/^(#|>|```|\||\d+\. |- )/mu.test(block)) throw new Error(`Help does not know this: ${block.slice(0, 60)}`)
  return `<p>${inline(lines.join(' '))}</p>`
}

const list = (tag: 'ol' | 'ul', lines: string[], mark: RegExp): string =>
  `<${tag}>${lines.map((line) => `<li>${inline(line.replace(mark, ''))}</li>`).join('')}</${tag}>`

const inline = (text: string): string =>
  escapeHtml(text.trim())
    .replace(/`([^`]+)`/gu, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/gu, '<strong>$1</strong>')
    .replace(/\*([^*]+)\*|(?<![\p{L}\p{N}_])_([^_]+)_(?![\p{L}\p{N}_])/gu, '<em>$1$2</em>')
    .replace(/\[([^\]]+)\]\(([a-z-]+)\)/gu, '<a href="/help/$2">$1</a>')
