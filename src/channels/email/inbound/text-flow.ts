/** Lines of a quote begin with so many signs at most: what is nested deeper reads no better. */
const deepest = 10

type Row = { isBegun: boolean; isTall: boolean }

/** Words that become lines: what lies between them is written only when more of them come. */
export function openFlow() {
  let text = ''
  let gap = { breaks: 0, cells: 0, space: false, item: '' }
  /** A cell or an item begins here: the first paragraph in it needs no line of its own. */
  let isFresh = false
  let quotes = 0
  let quotesAbove = 0
  const rows: Row[] = []

  const signs = (depth: number) => '> '.repeat(Math.min(depth, deepest))

  function write(words: string): void {
    const breaks = text === '' ? 0 : gap.breaks
    if (breaks > 1) text += `\n${signs(Math.min(quotes, quotesAbove))}`
    if (breaks > 0) text += '\n'
    const begins = breaks > 0 || text === ''
    if (begins) text += signs(quotes)
    else text += gap.cells > 0 ? '\t'.repeat(gap.cells) : gap.space ? ' ' : ''
    text += gap.item + words
    const row = rows.at(-1)
    if (row) row.isTall ||= row.isBegun && breaks > 0
    if (row) row.isBegun = true
    gap = { breaks: 0, cells: 0, space: false, item: '' }
    isFresh = false
    quotesAbove = quotes
  }

  /** What comes next stands on another line, or behind an empty one. */
  function end(breaks: number): void {
    if (!isFresh) gap.breaks = Math.max(gap.breaks, breaks)
  }

  return {
    write,
    end,
    length: () => text.length,
    text: () =>
      text
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n')
        .replace(/\n{3,}/gu, '\n\n')
        .trim(),
    space: () => {
      gap.space = true
    },
    breakLine: () => {
      if (!isFresh) gap.breaks += 1
    },
    quote: (more: 1 | -1) => {
      isFresh = false
      end(2)
      quotes += more
    },
    /** `follows`: another item stands above it, with nothing between. */
    item: (mark: string, follows: boolean) => {
      end(1)
      if (follows && gap.breaks > 0) gap.breaks = 1
      gap.item = mark
      isFresh = true
    },
    endItem: () => {
      isFresh = false
      gap.item = ''
      end(1)
    },
    row: () => {
      end(1)
      rows.push({ isBegun: false, isTall: false })
    },
    /** Beside the one before it, unless that has several lines: what is on the last of them goes on nowhere. */
    cell: () => {
      const row = rows.at(-1)
      if (row?.isTall) gap.breaks = 1
      else if (row?.isBegun) gap = { ...gap, breaks: 0, cells: gap.cells + 1 }
      isFresh = true
    },
    endRow: () => {
      const row = rows.pop()
      const around = rows.at(-1)
      if (around && row?.isBegun) Object.assign(around, { isBegun: true, isTall: around.isBegun || row.isTall })
      isFresh = false
      gap.cells = 0
      end(1)
    },
  }
}
