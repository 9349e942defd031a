import { readMarkdown } from '../../fields/multilingual-text/markdown.ts'
import { dirOfBlock, dirOfInlines } from '../../fields/multilingual-text/markdown-direction.ts'
import type { Block, Inline } from '../../fields/multilingual-text/markdown-tree.ts'
import { atGroupedNumbers } from '../../words/direction.ts'
import type { Dir } from '../../words/languages.ts'
import { colours, escapeHtml, sideOf } from './html.ts'

type Around = Dir | 'auto'

/**
 * What people wrote, as a mail shows it: inline styles, nothing of theirs but words and addresses that are safe. A paragraph or a
 * list in another language than the text runs as its language does, as on the page.
 */
export function markdownHtml(text: string, around: Around = 'auto'): string {
  return blocksHtml(readMarkdown(text), around)
}

const gap = (index: number): string => `margin:${index === 0 ? 0 : 14}px 0 0`

const blocksHtml = (blocks: readonly Block[], around: Around): string =>
  blocks.map((block, index) => blockHtml(block, gap(index), around)).join('')

const running = (dir: Around | undefined, style: string): string =>
  `${dir === undefined ? '' : ` dir="${dir}"`} style="${style}${sideOf(dir)}"`

function blockHtml(block: Block, margin: string, around: Around): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p${running(dirOfInlines(block.of, around), margin)}>${inlinesHtml(block.of)}</p>`
    case 'heading':
      // one size: a heading inside a letter is a bold line, not a second headline
      return `<p${running(dirOfInlines(block.of, around), `${margin};font-weight:600`)}>${inlinesHtml(block.of)}</p>`
    case 'quote':
      return `<blockquote style="${margin};padding:0 14px;border-inline-start:3px solid ${colours.edge};color:${colours.quiet}">${blocksHtml(block.of, around)}</blockquote>`
    case 'list': {
      const tag = block.start === null ? 'ul' : 'ol'
      const start = block.start !== null && block.start !== 1 ? ` start="${block.start}"` : ''
      const own = dirOfBlock(block, around)
      const items = block.items.map((item) => `<li style="margin:4px 0 0">${itemHtml(item, own ?? around)}</li>`)
      return `<${tag}${start}${running(own, `${margin};padding:0 24px`)}>${items.join('')}</${tag}>`
    }
    case 'code':
      return `<pre dir="ltr" style="${margin};padding:10px 14px;background:${colours.page};border-radius:8px;font-family:Consolas,Menlo,monospace;font-size:14px;white-space:pre-wrap">${escapeHtml(block.text)}</pre>`
    case 'rule':
      return `<hr style="${margin};border:0;border-top:1px solid ${colours.line}">`
  }
}

/** A line of a list is no paragraph of its own, and its sign stays on the list's side. */
const itemHtml = ([first, ...more]: readonly Block[], around: Around): string => {
  if (first?.kind !== 'paragraph') return blocksHtml(first ? [first, ...more] : [], around)
  const dir = dirOfInlines(first.of, around)
  const said = inlinesHtml(first.of)
  const rest = more.map((block) => blockHtml(block, 'margin:4px 0 0', around)).join('')
  return (dir === undefined ? said : `<bdi dir="${dir}">${said}</bdi>`) + rest
}

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
