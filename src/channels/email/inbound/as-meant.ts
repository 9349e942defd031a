import { isUtf8 } from 'node:buffer'
import { charsetInHtml } from './charset.ts'
import { dispositionOf, parameterIn, partsOf, valueOf, type Part } from './parts-of-mail.ts'

/** Where the words of a mail stand that has both: each said in its text, each in its HTML, or some in the one and some in the other. */
export type SaidIn = 'text' | 'html' | 'both'

/**
 * What the parser would read in another way than mail programs show it: a text file is a file also where it is to be shown within
 * the mail, and HTML that does not say its charset in its head says it in itself.
 */
export function asMeant(raw: Buffer): { raw: Buffer; saidIn: SaidIn } {
  const text = raw.toString('latin1')
  const shown = partsOf(text).filter(isShown)
  const edits = shown.flatMap((part) => (isFile(part, shown) ? asFile(text, part) : withCharset(text, part)))
  const words = shown.filter((part) => !isFile(part, shown))
  return { raw: edited(raw, edits), saidIn: saidIn(text, words) }
}

const isShown = (part: Part): boolean => {
  const how = dispositionOf(part)
  return /^text\/(plain|html)$/u.test(part.type) && (how === '' || /^inline\b/iu.test(how))
}

/** Named, among others and not the first: what begins the mail is the mail, and one of two ways to say it too. */
const isFile = (part: Part, shown: readonly Part[]): boolean =>
  part !== shown[0] && part.parent?.type === 'multipart/mixed' && isNamed(part)

const isNamed = (part: Part): boolean =>
  parameterIn(dispositionOf(part), 'filename') !== null ||
  parameterIn(valueOf(part.head, 'content-type'), 'name') !== null

function saidIn(text: string, words: readonly Part[]): SaidIn {
  const isSaidIn = (type: string) => (part: Part) =>
    words.some(
      (other) => other.type === type && alternativeOf(part, other) && text.slice(other.body, other.end).trim() !== '',
    )
  if (words.filter(({ type }) => type === 'text/html').every(isSaidIn('text/plain'))) return 'text'
  return words.filter(({ type }) => type === 'text/plain').every(isSaidIn('text/html')) ? 'html' : 'both'
}

/** Whether both are ways to say the same. */
function alternativeOf(part: Part, other: Part): boolean {
  for (let above = part.parent; above; above = above.parent)
    if (above.type === 'multipart/alternative' && isWithin(other, above)) return true
  return false
}

function isWithin(part: Part, container: Part): boolean {
  for (let above = part.parent; above; above = above.parent) if (above === container) return true
  return false
}

type Edit = { from: number; to: number; by: string }

function asFile(text: string, part: Part): Edit[] {
  const how = /^(content-disposition[ \t]*:\s*)inline/imu.exec(text.slice(part.from, part.body))
  if (!how) return [{ from: part.from, to: part.from, by: 'Content-Disposition: attachment\r\n' }]
  const at = part.from + how.index + how[1]!.length
  return [{ from: at, to: at + 'inline'.length, by: 'attachment' }]
}

function withCharset(text: string, part: Part): Edit[] {
  const type = valueOf(part.head, 'content-type')
  if (part.type !== 'text/html' || parameterIn(type, 'charset') !== null) return []
  const said = /^content-type[ \t]*:\s*text\/html/imu.exec(text.slice(part.from, part.body))
  const bytes = decoded(text.slice(part.body, part.end), valueOf(part.head, 'content-transfer-encoding').toLowerCase())
  const charset = said && !isUtf8(bytes) ? charsetInHtml(bytes) : null
  const at = part.from + (said ? said.index + said[0].length : 0)
  return charset ? [{ from: at, to: at, by: `; charset=${charset}` }] : []
}

function decoded(body: string, encoding: string): Buffer {
  if (encoding.startsWith('base64')) return Buffer.from(body, 'base64')
  if (!encoding.startsWith('quoted-printable')) return Buffer.from(body, 'latin1')
  const bytes = body
    .replace(/=[ \t]*\r?\n/gu, '')
    .replace(/=([0-9a-f]{2})/giu, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)))
  return Buffer.from(bytes, 'latin1')
}

function edited(raw: Buffer, edits: readonly Edit[]): Buffer {
  if (edits.length === 0) return raw
  const pieces: Buffer[] = []
  let at = 0
  for (const { from, to, by } of edits) {
    pieces.push(raw.subarray(at, from), Buffer.from(by, 'latin1'))
    at = to
  }
  return Buffer.concat([...pieces, raw.subarray(at)])
}
