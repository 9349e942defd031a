/** A part of a mail, by where it stands: its head from `from`, its body from `body` up to `end`. */
export type Part = { type: string; head: string; from: number; body: number; end: number; parent: Part | null }

const most = { parts: 1_000, open: 50, head: 64 * 1024 }

/**
 * The parts of a mail as they lie within each other, which the parser does not tell. Read line by line, once; what is odd in it is
 * left to the parser and merely not seen here. `text` has a sign for each byte.
 */
export function partsOf(text: string): Part[] {
  const parts: Part[] = []
  /** What has parts, the innermost last, and the line that begins each of them. */
  const open: { part: Part; line: string }[] = []
  /** Most lines are asked for this alone. */
  const known = new Set<string>()
  begin(0, null)
  const lines = /^--[^\r\n]*/gmu
  for (let found = lines.exec(text); found && parts.length < most.parts; found = lines.exec(text)) {
    const said = found[0].trimEnd()
    const line = known.has(said) ? said : said.replace(/--$/u, '')
    const depth = known.has(line) ? open.findLastIndex((each) => each.line === line) : -1
    if (depth < 0) continue
    const { part } = open[depth]!
    endWithin(part, found.index)
    open.length = line === said ? depth + 1 : depth
    if (line === said) lines.lastIndex = begin(nextLine(text, found.index), part)
  }
  return parts

  /** Returns where its body begins. */
  function begin(from: number, parent: Part | null): number {
    const start = text.slice(from, from + most.head)
    const gap = /^\r?\n|\r?\n\r?\n/u.exec(start)
    const head = unfolded(gap ? start.slice(0, gap.index) : start)
    const body = gap ? from + gap.index + gap[0].length : text.length
    const part: Part = { type: typeIn(head), head, from, body, end: text.length, parent }
    parts.push(part)
    const boundary = part.type.startsWith('multipart/') ? parameterIn(valueOf(head, 'content-type'), 'boundary') : null
    if (boundary && open.length < most.open) {
      known.add(`--${boundary}`)
      open.push({ part, line: `--${boundary}` })
    }
    // another's mail that is shown with this one
    if (part.type === 'message/rfc822' && /^inline\b/iu.test(dispositionOf(part))) return begin(body, part)
    return Math.max(body - 1, 0)
  }

  function endWithin(container: Part, at: number): void {
    for (let index = parts.length - 1; parts[index] !== container; index--)
      if (parts[index]!.end === text.length) parts[index]!.end = at
  }
}

const nextLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

const unfolded = (head: string): string => head.replace(/\r?\n[ \t]+/gu, ' ')

/** Of its first header of this name. */
export const valueOf = (head: string, name: string): string =>
  new RegExp(`^${name}[ \\t]*:[ \\t]*([^\\r\\n]*)`, 'imu').exec(head)?.[1] ?? ''

const typeIn = (head: string): string =>
  /^[^\s;]+/u.exec(valueOf(head, 'content-type'))?.[0].toLowerCase() ?? 'text/plain'

export const dispositionOf = ({ head }: Part): string => valueOf(head, 'content-disposition')

/** Also where its value is spread over several, or says its charset: then it is not read, but there. */
export const parameterIn = (value: string, name: string): string | null => {
  const found = new RegExp(`;\\s*${name}(?:\\*[0-9*]*)?\\s*=\\s*(?:"([^"]*)"|([^\\s;]*))`, 'iu').exec(value)
  return found && (found[1] ?? found[2] ?? '')
}
