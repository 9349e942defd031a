import { openFlow } from './text-flow.ts'

/** So much of it is read; the mail itself has all. */
const longest = 500_000

/**
 * The words of cleaned HTML: a paragraph, a row and an item each on lines of their own, cells apart, and quotes behind the signs
 * by which they are told from what was written now. The end of a line in HTML is a space.
 */
export function textOfHtml(clean: string): string {
  const page = openPage()
  for (const [all, closes, tag, attributes = ''] of clean.matchAll(/<(\/?)([a-z\d]+)([^>]*)>|[^<]+/gu)) {
    if (tag === undefined) page.say(unescaped(all))
    else if (closes) page.leave(tag)
    else page.enter(tag, attributes)
    if (page.length() > longest) break
  }
  return page.text()
}

function openPage() {
  const flow = openFlow()
  /** Those that we are in; `next`: its next number, where it has any. */
  const lists: { next: number | null; isBegun: boolean }[] = []
  let preformatted = 0
  let link = { to: '', words: '' }

  function say(words: string): void {
    if (preformatted > 0) return sayAsItStands(words)
    const folded = words.replace(/[ \t\r\n\f]+/gu, ' ')
    if (folded.startsWith(' ')) flow.space()
    const bare = folded.replace(/^ | $/gu, '')
    if (bare === '') return
    // spaces that do not break are spaces, and are not folded
    flow.write(bare.replaceAll('\u00a0', ' '))
    link.words += bare
    if (folded.endsWith(' ')) flow.space()
  }

  function sayAsItStands(words: string): void {
    for (const [index, line] of words.split('\n').entries()) {
      if (index > 0) flow.breakLine()
      if (line !== '') flow.write(line)
    }
  }

  function item(): void {
    const list = lists.at(-1) ?? { next: null, isBegun: false }
    const mark = list.next === null ? '- ' : `${list.next++}. `
    flow.item('  '.repeat(Math.min(Math.max(lists.length - 1, 0), 5)) + mark, list.isBegun || lists.length > 1)
    list.isBegun = true
  }

  function endLink(): void {
    const { to, words } = link
    link = { to: '', words: '' }
    if (to === '' || to.startsWith('#') || to === words) return
    flow.space()
    flow.write(`[${to}]`)
  }

  function enter(tag: string, attributes: string): void {
    if (tag === 'br') flow.breakLine()
    else if (tag === 'tr') flow.row()
    else if (tag === 'td' || tag === 'th') flow.cell()
    else if (tag === 'li') item()
    else if (tag === 'blockquote') flow.quote(1)
    else if (tag === 'a') link = { to: addressIn(attributes), words: '' }
    else flow.end(linesAround(tag))
    if (tag === 'ol' || tag === 'ul') lists.push({ next: tag === 'ol' ? firstIn(attributes) : null, isBegun: false })
    if (tag === 'pre') preformatted += 1
  }

  function leave(tag: string): void {
    if (tag === 'pre') preformatted -= 1
    if (tag === 'ol' || tag === 'ul') lists.pop()
    if (tag === 'tr') flow.endRow()
    else if (tag === 'li') flow.endItem()
    else if (tag === 'blockquote') flow.quote(-1)
    else if (tag === 'a') endLink()
    else flow.end(linesAround(tag))
  }

  return { say, enter, leave, text: flow.text, length: flow.length }
}

const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'pre', 'table', 'hr'])
const blocks = new Set(['address', 'caption', 'center', 'dd', 'div', 'dt'])

const linesAround = (tag: string): number => (paragraphs.has(tag) ? 2 : blocks.has(tag) ? 1 : 0)

const firstIn = (attributes: string): number => Number(/\bstart="(\d{1,6})"/u.exec(attributes)?.[1] ?? 1)

const addressIn = (attributes: string): string =>
  unescaped(/\bhref="([^"]*)"/u.exec(attributes)?.[1] ?? '').replace(/^mailto:/iu, '')

const unescaped = (text: string): string => text.replace(/&(amp|lt|gt|quot);/gu, (_, name: string) => signs[name]!)

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
