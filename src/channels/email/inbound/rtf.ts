// What an RTF text says, without its looks. Outlook hides the HTML that somebody wrote in RTF (MS-OXRTFEX): then it is taken out.

import { charsetOf } from './charset.ts'

export type ReadRtf = { text: string; html: string }

type Group = { skips: boolean; inTag: boolean; rtfOnly: boolean; font: number; skipAfterUnicode: number }

/** Their texts are of no use to a reader: fonts, colours, pictures, what is known about the document. */
const unread = new Set(
  'fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl mhtmltag'.split(
    ' ',
  ),
)

const signs: Record<string, string> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  cell: '\t',
  tab: '\t',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
}

/** Charsets of RTF's fonts by the encodings that browsers know. */
const charsets: Record<number, string> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}

// a group's edge, a byte, a word with its number, a sign of its own, the end of a line, or what stands between
const token = /([{}])|\\'([0-9a-fA-F]{2})|\\([a-zA-Z]+)(-?\d{1,6})? ?|\\([^a-zA-Z])|[\r\n]+|([^{}\\\r\n]+)/gu
const deepest = 500

/** Of RTF that was made of HTML the HTML, else its text. Broken RTF gives what can be read of it; nothing is thrown. */
export function readRtf(rtf: string): ReadRtf {
  const isHtml = /\\fromhtml1\b/u.test(rtf.slice(0, 2_000))
  const fonts = fontsOf(rtf)
  const usual = charsetOf(Number(/\\ansicpg(\d{1,5})/u.exec(rtf)?.[1] ?? 1252))
  const groups: Group[] = []
  let now: Group = { skips: false, inTag: false, rtfOnly: false, font: -1, skipAfterUnicode: 1 }
  let out = ''
  let bytes: number[] = []
  let toSkip = 0
  let starred = false

  const flush = (): void => {
    if (bytes.length > 0) out += decoded(bytes, fonts.get(now.font) ?? usual)
    bytes = []
  }
  const isShown = (): boolean => !now.skips && !(isHtml && now.rtfOnly && !now.inTag)
  const say = (text: string): void => {
    flush()
    if (isShown()) out += text
  }

  for (const [whole, edge, hex, word, number, sign, words] of rtf.matchAll(token)) {
    if (edge !== '{' && word === undefined && whole !== '\\*') starred = false
    if (edge === '{') {
      flush()
      if (groups.length < deepest) groups.push(now)
      now = { ...now }
      toSkip = 0
    } else if (edge === '}') {
      flush()
      now = groups.pop() ?? now
      toSkip = 0
    } else if (hex !== undefined) {
      if (toSkip > 0) toSkip--
      else if (isShown()) bytes.push(Number.parseInt(hex, 16))
    } else if (word !== undefined) {
      flush()
      control(word, number === undefined ? undefined : Number(number))
      starred = false
    } else if (sign !== undefined) {
      if (sign === '*') starred = true
      else if (toSkip > 0) toSkip--
      else say(signs[sign] ?? ('\\{}'.includes(sign) ? sign : ''))
    } else if (words !== undefined) {
      const rest = words.slice(toSkip)
      toSkip = Math.max(0, toSkip - words.length)
      say(rest)
    }
  }
  flush()
  const said = out.replaceAll('\0', '').trim()
  return isHtml ? { text: '', html: said } : { text: said, html: '' }

  function control(name: string, value: number | undefined): void {
    if (name === 'u' && value !== undefined) {
      say(String.fromCharCode(value < 0 ? value + 65_536 : value & 0xffff))
      toSkip = now.skipAfterUnicode
    } else if (name === 'uc') now.skipAfterUnicode = Math.min(value ?? 1, 16)
    else if (name === 'f' && value !== undefined) now.font = value
    else if (name === 'htmlrtf') now.rtfOnly = value !== 0
    else if (name === 'htmltag' && starred) now.inTag = true
    else if (unread.has(name) || starred) now.skips = true
    else if (signs[name] !== undefined && toSkip === 0) say(signs[name])
  }
}

/** Which font writes in which encoding: Arabic and Cyrillic stand as single bytes. */
function fontsOf(rtf: string): Map<number, string> {
  const fonts = new Map<number, string>()
  const table = /\{\\fonttbl/u.exec(rtf)
  if (!table) return fonts
  const from = rtf.slice(table.index, table.index + 20_000)
  for (const [, font, charset] of from.matchAll(/\\f(\d{1,5})\b[^;{}]{0,200}?\\fcharset(\d{1,3})/gu)) {
    const encoding = charsets[Number(charset)]
    if (encoding && !fonts.has(Number(font))) fonts.set(Number(font), encoding)
  }
  return fonts
}

const decoded = (bytes: readonly number[], encoding: string): string =>
  new TextDecoder(encoding).decode(Uint8Array.from(bytes))
