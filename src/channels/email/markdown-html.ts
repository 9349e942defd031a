import { readMarkdown } from '../../fields/multilingual-text/markdown.ts'
import type { Block, Inline } from '../../fields/multilingual-text/markdown-tree.ts'
import { atGroupedNumbers } from '../../words/direction.ts'
import { colours, escapeHtml } from './html.ts'

/** What people wrote, as a mail shows it: inline styles, nothing of theirs but words and addresses that are safe. */
export function markdownHtml(text: string): string {
  return blocksHtml(readMarkdown(text))
}

const gap = (index: number): string => `margin:${index === 0 ? 0 : 14}px 0 0`

const blocksHtml = (blocks: readonly Block[]): string =>
  blocks.map((block, index) => blockHtml(block, gap(index))).join('')

function blockHtml(block: Block, margin: string): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="${margin}">${inlinesHtml(block.of)}</p>`
    case 'heading':
      // one size: a heading inside a letter is a bold line, not a second headline
      return `<p style="${margin};font-weight:600">${inlinesHtml(block.of)}</p>`
    case 'quote':
      return `<blockquote style="${margin};padding:0 14px;border-inline-start:3px solid ${colours.edge};color:${colours.quiet}">${blocksHtml(block.of)}</blockquote>`
    case 'list': {
      const tag = block.start === null ? 'ul' : 'ol'
      const start = block.start !== null && block.start !== 1 ? ` start="${block.start}"` : ''
      const items = block.items.map((item) => `<li style="margin:4px 0 0">${itemHtml(item)}</li>`)
      return `<${tag}${start} style="${margin};padding:0 24px">${items.join('')}</${tag}>`
    }
    case 'code':
      return `<pre dir="ltr" style="${margin};padding:10px 14px;background:${colours.page};border-radius:8px;font-family:Consolas,Menlo,monospace;font-size:14px;white-space:pre-wrap">${escapeHtml(block.text)}</pre>`
    case 'rule':
      return `<hr style="${margin};border:0;border-top:1px solid ${colours.line}">`
  }
}

/** A line of a list is no paragraph of its own. */
const itemHtml = ([first, ...more]: readonly Block[]): string =>
  first?.kind === 'paragraph'
    ? inlinesHtml(first.of) + more.map((block) => blockHtml(block, 'margin:4px 0 0')).join('')
    : blocksHtml(first ? [first, ...more] : [])

const inlinesHtml = (inlines: readonly Inline[]): string => inlines.map(inlineHtml).join('')

function inlineHtml(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return atGroupedNumbers(inline.text)
        .map((part, index) => (index % 2 ? `<bdi dir="ltr">${escapeHtml(part)}</bdi>` : escapeHtml(part)))
        .join('')
        .replaceAll('\n', '<br>')
    case 'strong':
      return `<b>${inlinesHtml(inline.of)}</b>`
    case 'emphasis':
      return `<i>${inlinesHtml(inline.of)}</i>`
    case 'code':
      return `<code dir="ltr" style="font-family:Consolas,Menlo,monospace;font-size:14px">${escapeHtml(inline.text)}</code>`
    case 'break':
      return '<br>'
    case 'mention':
      return `<bdi style="font-weight:600">@${escapeHtml(inline.name)}</bdi>`
    case 'link':
      return `<a href="${escapeHtml(inline.href)}" rel="noopener noreferrer nofollow" style="color:${colours.link};text-decoration:underline">${inlinesHtml(inline.of)}</a>`
  }
}
