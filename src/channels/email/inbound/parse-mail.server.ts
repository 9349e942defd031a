import { simpleParser, type AddressObject, type Attachment, type ParsedMail as Read } from 'mailparser'
import { oneSpelling } from '../../../fields/mail-domain.ts'
import { oneLine } from '../../../fields/one-line.ts'
import { logoCid } from '../letter-logo.ts'
import { asMeant, type SaidIn } from './as-meant.ts'
import { calendarText } from './calendar-text.ts'
import { beginningOf, cleanHtml } from './clean-html.ts'
import { largestMail } from './largest-mail.ts'
import type { MailAttachment, MailHeaders, ParsedMail } from './parsed-mail.ts'
import { signedContent } from './signed-content.ts'
import { textOfHtml } from './text-of-html.ts'
import { unpackTnef, type Unpacked } from './tnef.ts'
import { isForward, trimText } from './trim-text.ts'

/** Longer texts are cut for reading; the raw mail has all of it. */
const longestText = 500_000

/** HTML becomes text by rules of ours: the parser's has cells run together, breaks lines and writes headings in capitals. */
const parsing = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true }

/** Reads a raw mail, however broken. What it says is believed by nobody. */
export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  const { read, saidIn } = await readAsMeant(raw)
  const headers = headersOf(read)
  const content = await contentOf(read, saidIn)
  const html = content.html ? cleanHtml(content.html) : null
  const written = wordsOf(content, html)
  const wholeText = tidy(written.trim() ? written : invitationIn(content)).slice(0, longestText)
  const subject = tidy(read.subject ?? '')
    .replace(/\s+/gu, ' ')
    .trim()
  return {
    messageId: idsIn(read.messageId ?? '')[0] ?? null,
    references: referencesIn(read),
    from: senderOf(read, headers),
    to: receiversOf(read, headers),
    subject,
    text: isForward(subject) ? wholeText.trim() : trimText(wholeText, content.attachments.some(isTheirs)),
    wholeText,
    html,
    attachments: content.attachments,
    isCut: raw.length >= largestMail,
    headers,
    report: reportIn(headers),
  }
}

async function readAsMeant(mail: Buffer): Promise<{ read: Read; saidIn: SaidIn }> {
  const { raw, saidIn } = asMeant(mail)
  return { read: await simpleParser(raw, parsing), saidIn }
}

/** HTML may say what no text of the mail says; what a list or a server added in a text of its own stands below. */
function wordsOf({ html, text, saidIn }: Content, clean: string | null): string {
  if (saidIn === 'text' && text.trim()) return text
  const words = html ? textOfHtml(clean ?? beginningOf(html)) : ''
  return words && text.trim() && saidIn !== 'html' ? `${words}\n\n${text.trim()}` : words || text
}

/** Pictures within the words belong to a signature, or come back with what is quoted, as a logo of ours does. */
const isTheirs = ({ cid, inline }: MailAttachment): boolean => !inline && cid !== logoCid

type Content = { text: string; html: string; saidIn: SaidIn; attachments: MailAttachment[] }

/** What the mail says and carries, also where only some programs would show it: signed in one piece, or packed by Outlook. */
async function contentOf(read: Read, saidIn: SaidIn, depth = 0): Promise<Content> {
  const own = read.attachments.map(attachmentOf)
  const content: Content = { text: read.text ?? '', html: read.html || '', saidIn, attachments: [] }
  for (const attachment of own) {
    const signed = depth < 2 && isSignedMail.test(attachment.type) ? signedContent(attachment.content) : null
    const within = signed && (await readAsMeant(signed))
    const inner = within && (await contentOf(within.read, within.saidIn, depth + 1))
    const unpacked = inner ?? (isPacked(attachment) ? unpackTnef(attachment.content) : null)
    content.attachments.push(...(unpacked?.attachments ?? []))
    // what could not be unpacked, or not all of it, is there to be opened elsewhere
    if (!unpacked || ('isWhole' in unpacked && !unpacked.isWhole)) content.attachments.push(attachment)
    if (!unpacked || content.text.trim() || content.html) continue
    content.text = unpacked.text
    content.html = unpacked.html
    content.saidIn = inner?.saidIn ?? saidInPacked(unpacked)
  }
  return content
}

/** Outlook writes what its text has no signs for as questions; its HTML has them. */
const saidInPacked = ({ text, html }: Content | Unpacked): SaidIn =>
  html && /\?\?|\ufffd/u.test(text) ? 'html' : 'text'

const isSignedMail = /^application\/(x-)?pkcs7-mime$/iu
const isPacked = ({ name, type }: MailAttachment): boolean =>
  /^application\/(vnd\.)?ms-tnef$/iu.test(type) || /^winmail\.dat$/iu.test(name)

const invitationIn = ({ attachments }: Content): string => {
  const calendar = attachments.find(({ type }) => /^text\/calendar$/iu.test(type))
  return calendar ? calendarText(calendar.content.toString('utf8')) : ''
}

function headersOf(read: Read): MailHeaders {
  const headers = new Map<string, string[]>()
  for (const { key, line } of read.headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]+/gu, ' ')
      .trim()
    const values = headers.get(key)
    if (values) values.push(value)
    else headers.set(key, [value])
  }
  return headers
}

/** A report that does not say of what is one of delivery, the first that there were. */
function reportIn(headers: MailHeaders): string | null {
  const type = headers.get('content-type')?.[0] ?? ''
  if (!/^multipart\/report\b/iu.test(type)) return null
  return /\breport-type\s*=\s*"?([a-z-]+)/iu.exec(type)?.[1]!.toLowerCase() ?? 'delivery-status'
}

/** Two From lines, a group or several mailboxes: programs disagree on who that is, so to us it is nobody. */
function senderOf(read: Read, headers: MailHeaders): ParsedMail['from'] {
  const named = read.from?.value ?? []
  const [one] = named
  if (headers.get('from')?.length !== 1 || named.length !== 1 || !one?.address || one.group) return null
  const address = oneSpelling(one.address.trim())
  if (
    !/^[^\s@<>"(),:;\\[\]\p{Cc}\p{Cf}]{1,64}@[^\s@<>"(),:;\\[\]\p{Cc}\p{Cf}]{1,253}$/u.test(address) ||
    address.length > 254
  )
    return null
  return {
    address,
    name: oneLine(tidy(one.name ?? ''))
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

/** So many ids of other mails are looked at: a head may name any number of them, and somebody's program one of them twice. */
const mostReferences = 100

/** The mails that it answers, the nearest first. */
function referencesIn({ inReplyTo, references }: Read): string[] {
  const thread = idsIn([references ?? []].flat().join(' ')).toReversed()
  return [...new Set([...idsIn(inReplyTo ?? ''), ...thread])].slice(0, mostReferences)
}

const idsIn = (text: string): string[] => text.match(/<[^<>\s]{1,400}>/gu) ?? []

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
