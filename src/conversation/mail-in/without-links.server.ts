import type { MailAttachment, ParsedMail } from '../../channels/email/inbound/parsed-mail.ts'
import { parseMail } from '../../channels/email/inbound/when-asked.server.ts'
import { hasLink, withBlankLinks, withoutLinks } from '../../users/ticket-links/links-in-texts.ts'

/**
 * A mail as it may be read here. Whoever answers one of ours quotes it, and with it the link that opens the request without a
 * password: that is the customer's alone, and with it staff could say yes to their own solution.
 */
export async function readMail(raw: Buffer): Promise<ParsedMail> {
  const mail = await parseMail(raw)
  return {
    ...mail,
    subject: withoutLinks(mail.subject),
    text: withoutLinks(mail.text),
    wholeText: withoutLinks(mail.wholeText),
    html: mail.html === null ? null : withoutLinks(mail.html),
    attachments: mail.attachments.map(blanked),
  }
}

const blanked = (attachment: MailAttachment): MailAttachment =>
  isText(attachment) ? { ...attachment, content: inAnyEncoding(attachment.content) } : attachment

/** A mail of ours that was attached whole is one of them. */
const isText = ({ type, name }: MailAttachment): boolean =>
  /^(text|message)\//iu.test(type) || /\.(eml|html?|txt)$/iu.test(name)

/** The copy as it came, the signs of such links blanked; null where some cannot be reached. */
export async function rawWithoutLinks(raw: Buffer): Promise<Buffer | null> {
  const copy = inAnyEncoding(raw)
  const { subject, text, wholeText, html } = await parseMail(copy)
  return [subject, text, wholeText, html ?? ''].some(hasLink) ? null : copy
}

/** Byte for byte, as it stands and where a part of it is written in base64: nothing moves, and what has no link stays as it is. */
function inAnyEncoding(content: Buffer): Buffer {
  const written = content.toString('latin1')
  const text = withBlankLinks(written)
  let copy = text === written ? content : Buffer.from(text, 'latin1')
  for (const { from, to } of base64Blocks(text)) {
    const block = blankedBase64(text.slice(from, to))
    if (block === null) continue
    if (copy === content) copy = Buffer.from(content)
    copy.write(block, from, 'latin1')
  }
  return copy
}

/** Programs break such lines at 60 to 76 signs; a shorter first line begins none. */
const shortestFirst = 40

/** Where they begin and end. A mail can be nothing but a hundred million short lines: no line is kept, most are not looked at. */
function* base64Blocks(text: string): Generator<{ from: number; to: number }> {
  let begun = -1
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    const isLine = end - at >= (begun < 0 ? shortestFirst : 4) && isBase64.test(text.slice(at, end))
    if (isLine && begun < 0) begun = at
    if (!isLine && begun >= 0) {
      yield { from: begun, to: at }
      begun = -1
    }
    at = end + 1
  }
  if (begun >= 0) yield { from: begun, to: text.length }
}

const isBase64 = /^[A-Za-z0-9+/]{4,}={0,2}\r?$/u

/** The same lines with the signs of links blanked; null where there are none. */
function blankedBase64(block: string): string | null {
  const signs = block.replace(/[\r\n]/gu, '')
  const decoded = Buffer.from(signs, 'base64').toString('latin1')
  const blank = withBlankLinks(decoded)
  if (blank === decoded) return null
  const encoded = Buffer.from(blank, 'latin1').toString('base64')
  let at = 0
  return block
    .split('\n')
    .map((line) => {
      const length = line.replace('\r', '').length
      return encoded.slice(at, (at += length)) + line.slice(length)
    })
    .join('\n')
}
