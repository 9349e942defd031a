import { isUtf8 } from 'node:buffer'
import { charsetInHtml, charsetOf } from './charset.ts'
import { unpackRtf } from './lzfu.ts'
import type { MailAttachment } from './parsed-mail.ts'
import { readRtf } from './rtf.ts'

/** What Outlook packed into a winmail.dat: its files and, where there is one, its text. `isWhole`: nothing in it came to nothing. */
export type Unpacked = { text: string; html: string; attachments: MailAttachment[]; isWhole: boolean }

const signature = 0x223e9f78
const most = { attributes: 10_000, properties: 5_000 }

/** Attributes of MS-OXTNEF, 2.1.3.2. */
const attribute = {
  body: 0x2800c,
  begins: 0x69002,
  title: 0x18010,
  data: 0x6800f,
  mail: 0x69003,
  file: 0x69005,
  codePage: 0x69007,
} as const
/** Properties of MS-OXPROPS. */
const property = {
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  subject: 0x3001,
  data: 0x3701,
  fileName: 0x3704,
  longName: 0x3707,
  mime: 0x370e,
  cid: 0x3712,
  codePageOfHtml: 0x3fde,
  codePageOfTexts: 0x3ffd,
} as const

/** Reads the format that only Outlook reads. Null for what is none and what holds nothing; what is cut short gives what there was. */
export function unpackTnef(packed: Buffer, isWithin = false): Unpacked | null {
  if (packed.length < 6 || packed.readUInt32LE(0) !== signature) return null
  const found: Unpacked = { text: '', html: '', attachments: [], isWhole: true }
  const attributes = [...attributesOf(packed)]
  const charset = charsetOfTexts(attributes)
  let file: MailAttachment | undefined
  for (const { id, value } of attributes) {
    if (id === attribute.begins) found.attachments.push((file = empty()))
    else if (id === attribute.body) found.text ||= said(value, charset)
    else if (id === attribute.mail) readMail(value, found, charset)
    else if (file && id === attribute.title) file.name ||= said(value, charset)
    else if (file && id === attribute.data) file.content = value
    else if (file && id === attribute.file) addMail(found, readFile(value, file, charset, isWithin), file)
  }
  found.isWhole &&= found.attachments.every(({ content }) => content.length > 0)
  found.attachments = found.attachments.filter(({ content }) => content.length > 0)
  return found.attachments.length > 0 || found.text || found.html ? found : null
}

const empty = (): MailAttachment => ({
  name: '',
  type: 'application/octet-stream',
  content: Buffer.alloc(0),
  cid: null,
  inline: false,
})

/** In which texts stand that are not Unicode; an Arabic Outlook writes them in its own. */
function charsetOfTexts(attributes: readonly Attribute[]): string {
  const valueOf = (wanted: number) => attributes.find(({ id }) => id === wanted)?.value
  const mail = valueOf(attribute.mail)
  const properties = mail && propertiesOf(mail)
  const named = numberIn(valueOf(attribute.codePage)) || numberIn(properties?.get(property.codePageOfTexts)?.value)
  return charsetOf(named || numberIn(properties?.get(property.codePageOfHtml)?.value))
}

const numberIn = (value: Buffer | undefined): number => (value && value.length >= 4 ? value.readUInt32LE(0) : 0)

function readMail(value: Buffer, found: Unpacked, charset: string): void {
  const said = propertiesOf(value)
  found.text = textIn(said.get(property.body), charset) || found.text
  found.html = htmlIn(said, charset)
  // what was written with a form and stands nowhere else: Outlook's usual way
  const packed = said.get(property.rtf)
  const rtf = packed?.type === 0x0102 && !found.html ? unpackRtf(packed.value) : null
  if (!rtf) return
  const read = readRtf(rtf.toString('latin1'))
  found.html = read.html
  found.text ||= read.text
}

function htmlIn(said: ReadonlyMap<number, Property>, charset: string): string {
  const html = said.get(property.html)
  if (html?.type !== 0x0102) return textIn(html, charset)
  const named = numberIn(said.get(property.codePageOfHtml)?.value)
  const own = named ? charsetOf(named) : charsetInHtml(html.value)
  return ended(decoded(html.value, own ?? (isUtf8(html.value) ? 'utf-8' : charset)))
}

/** Returns the mail that it is, where one was attached. */
function readFile(value: Buffer, file: MailAttachment, charset: string, isWithin: boolean): Unpacked | null {
  const said = propertiesOf(value)
  const textOf = (id: number) => textIn(said.get(id), charset)
  file.name = textOf(property.longName) || file.name || textOf(property.fileName)
  file.name ||= textOf(property.subject)
  file.type = textOf(property.mime).toLowerCase() || file.type
  file.cid = textOf(property.cid) || null
  const data = said.get(property.data)
  if (file.content.length === 0 && data?.type === 0x0102) file.content = data.value
  return data?.type === 0x000d && !isWithin ? unpackTnef(data.value.subarray(interfaceId), true) : null
}

/** Of the kind of object that follows. */
const interfaceId = 16

/** A mail within a mail is a file of its words, with its files beside it; one within that stays where it is. */
function addMail(found: Unpacked, mail: Unpacked | null, file: MailAttachment): void {
  if (!mail) return
  const isHtml = mail.text.trim() === '' && mail.html !== ''
  file.content = Buffer.from((isHtml ? mail.html : mail.text) || file.name || '…')
  file.name = `${file.name || 'mail'}.${isHtml ? 'html' : 'txt'}`
  file.type = isHtml ? 'text/html' : 'text/plain'
  found.attachments.push(...mail.attachments)
  found.isWhole &&= mail.isWhole
}

type Attribute = { id: number; value: Buffer }

function* attributesOf(packed: Buffer): Generator<Attribute> {
  let at = 6
  for (let count = 0; count < most.attributes && at + 9 <= packed.length; count++) {
    const id = packed.readUInt32LE(at + 1)
    const length = packed.readUInt32LE(at + 5)
    const end = at + 9 + length
    if (end > packed.length) return
    yield { id, value: packed.subarray(at + 9, end) }
    // a checksum follows, which nobody needs who keeps the mail itself
    at = end + 2
  }
}

type Property = { type: number; value: Buffer }

const fixed: Record<number, number> = {
  0x0002: 4,
  0x0003: 4,
  0x0004: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x000a: 4,
  0x000b: 4,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
}
const varying = new Set([0x001e, 0x001f, 0x0102, 0x000d])

/** The first value of each; what stands behind something unknown is not read. */
function propertiesOf(value: Buffer): Map<number, Property> {
  const found = new Map<number, Property>()
  try {
    const reader = { at: 4 }
    const count = Math.min(value.readUInt32LE(0), most.properties)
    for (let each = 0; each < count; each++) {
      const [id, read] = propertyAt(value, reader)
      if (read && !found.has(id)) found.set(id, read)
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return found
}

function propertyAt(value: Buffer, reader: { at: number }): [id: number, read: Property | undefined] {
  const take = (length: number): Buffer => {
    if (length < 0 || reader.at + length > value.length) throw new RangeError('cut short')
    const part = value.subarray(reader.at, reader.at + length)
    reader.at += length
    return part
  }
  const padded = (length: number): Buffer => {
    const part = take(length)
    reader.at += (4 - (length % 4)) % 4
    return part
  }
  const whole = () => take(4).readUInt32LE(0)
  const kind = take(2).readUInt16LE(0)
  const id = take(2).readUInt16LE(0)
  if (id >= 0x8000) {
    take(16)
    if (whole() === 0) take(4)
    else padded(whole())
  }
  const type = kind & 0x0fff
  const several = (kind & 0x1000) !== 0 || varying.has(type)
  const values = several ? Math.min(whole(), most.properties) : 1
  let first: Buffer | undefined
  for (let each = 0; each < values; each++) {
    const length = fixed[type]
    if (length === undefined && !varying.has(type)) throw new RangeError('unknown type')
    const read = length === undefined ? padded(whole()) : take(length)
    first ??= read
  }
  return [id, first && { type, value: first }]
}

function textIn(read: Property | undefined, charset: string): string {
  if (read?.type === 0x001f) return ended(read.value.toString('utf16le'))
  return read?.type === 0x001e ? said(read.value, charset) : ''
}

const said = (value: Buffer, charset: string): string => ended(decoded(value, charset))

const decoded = (value: Buffer, charset: string): string => new TextDecoder(charset).decode(value)

const ended = (text: string): string => text.replace(/\0[^]*$/u, '')
