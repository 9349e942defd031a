import { simpleParser, type AddressObject, type Attachment, type ParsedMail as Read } from 'mailparser'
import { cleanHtml, textOfHtml } from './clean-html.ts'
import type { MailAttachment, MailHeaders, ParsedMail } from './parsed-mail.ts'
import { trimText } from './trim-text.ts'

/** Longer texts are cut for reading; the raw mail has all of it. */
const longestText = 500_000

/** Reads a raw mail, however broken. What it says is believed by nobody. */
export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  const read = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true })
  const headers = headersOf(read)
  const html = read.html ? cleanHtml(read.html) : null
  const wholeText = tidy(read.text?.trim() ? read.text : html ? textOfHtml(html) : '').slice(0, longestText)
  return {
    messageId: idsIn(read.messageId ?? '')[0] ?? null,
    references: [...idsIn(read.inReplyTo ?? ''), ...idsIn([read.references ?? []].flat().join(' '))],
    from: senderOf(read, headers),
    to: receiversOf(read, headers),
    subject: tidy(read.subject ?? '')
      .replace(/\s+/gu, ' ')
      .trim(),
    text: trimText(wholeText),
    wholeText,
    html,
    attachments: read.attachments.map(attachmentOf),
    headers,
    isReport: /multipart\/report/iu.test(headers.get('content-type')?.[0] ?? ''),
  }
}

function headersOf(read: Read): MailHeaders {
  const headers = new Map<string, string[]>()
  for (const { key, line } of read.headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]+/gu, ' ')
      .trim()
    headers.set(key, [...(headers.get(key) ?? []), value])
  }
  return headers
}

/** Two From lines, a group or several mailboxes: programs disagree on who that is, so to us it is nobody. */
function senderOf(read: Read, headers: MailHeaders): ParsedMail['from'] {
  const named = read.from?.value ?? []
  const [one] = named
  if (headers.get('from')?.length !== 1 || named.length !== 1 || !one?.address || one.group) return null
  const address = one.address.trim().toLowerCase()
  if (!/^[^\s@<>"(),:;\\[\]\p{Cc}]{1,64}@[^\s@<>"(),:;\\[\]\p{Cc}]{1,253}$/u.test(address) || address.length > 254)
    return null
  return {
    address,
    name: tidy(one.name ?? '')
      .replace(/\s+/gu, ' ')
      .trim()
      .slice(0, 200),
  }
}

function receiversOf(read: Read, headers: MailHeaders): string[] {
  const named = [read.to, read.cc].flat().flatMap((each: AddressObject | undefined) => each?.value ?? [])
  const onTheWay = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => headers.get(name) ?? [])
  return [...named.flatMap(({ address }) => (address ? [address] : [])), ...onTheWay]
    .map((address) => address.replace(/[<>]/gu, '').trim().toLowerCase())
    .slice(0, 200)
}

const idsIn = (text: string): string[] => (text.match(/<[^<>\s]{1,400}>/gu) ?? []).slice(0, 100)

const attachmentOf = ({ filename, contentType, content, cid, related }: Attachment): MailAttachment => ({
  name: filename ?? '',
  type: contentType,
  content,
  cid: cid ?? null,
  inline: related === true,
})

/** PostgreSQL keeps no NUL; halves of signs are no text; other control signs show nothing and hide much. */
const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
