import { inAscii } from '../../../fields/mail-domain.ts'
import type { MailHeaders } from './parsed-mail.ts'

/** Whether the mail server that we trust says that the mail is from whom it says. 'unknown': no server is trusted here. */
export type SenderProof = 'proven' | 'notProven' | 'unknown'

/**
 * Reads Authentication-Results (RFC 8601) of the one server that the mailbox names, and of no other: everybody can write such a
 * line. Proven is who passed DMARC, or SPF or DKIM for the very domain that stands in From, where DMARC did not fail.
 */
export function senderProof(headers: MailHeaders, address: string, trusted: string | null): SenderProof {
  if (!trusted) return 'unknown'
  const domain = inAscii(address.slice(address.lastIndexOf('@') + 1))
  // the trusted server adds its line above all others; one further below came with the mail
  const [newest] = headers.get('authentication-results') ?? []
  const [server, ...results] = (plain(newest ?? '') ?? '').split(';').map((part) => part.trim().toLowerCase())
  if (server?.split(/\s/u)[0] !== trusted.toLowerCase()) return 'notProven'
  if (results.some((result) => says(result, 'dmarc', 'fail'))) return 'notProven'
  return results.some((result) => passes(result, domain)) ? 'proven' : 'notProven'
}

function passes(result: string, domain: string): boolean {
  if (says(result, 'dmarc', 'pass')) return named(result, 'header.from') === domain
  if (says(result, 'dkim', 'pass')) return isAligned(named(result, 'header.d'), domain)
  if (says(result, 'spf', 'pass')) return isAligned(named(result, 'smtp.mailfrom')?.replace(/^.*@/u, ''), domain)
  return false
}

/** A version may follow the method. */
const says = (result: string, method: string, outcome: string): boolean =>
  new RegExp(`^${method}(?:\\s*/\\s*\\d+)?\\s*=\\s*${outcome}(?:\\s|$)`, 'u').test(result)

function named(result: string, property: string): string | undefined {
  const value = new RegExp(`\\s${property.replace('.', '\\.')}\\s*=\\s*(\\S+)`, 'u').exec(result)?.[1]
  return value && inAscii(value)
}

/** The same domain, or From is one below it: never the other way round. */
const isAligned = (signed: string | undefined, domain: string): boolean =>
  signed !== undefined && signed.includes('.') && (domain === signed || domain.endsWith(`.${signed}`))

/** Signs that part one thing from another. */
const parting = /[\s;=]/u

/**
 * Without comments, which may hold others, and with what was quoted as one word: whoever wrote the mail chooses what stands in
 * both, and it parts nothing. Null where that is torn: a bracket that closes nothing, a quote that nothing closes, also within a
 * comment, where a server wrote a quoted name down with the bracket in it as it came.
 */
function plain(line: string): string | null {
  let text = ''
  let depth = 0
  let quoted = false
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]!
    const isWord = quoted && depth === 0
    if (sign === '\\' && (quoted || depth > 0)) {
      at += 1
      if (depth === 0) text += '_'
    } else if (sign === '"') quoted = !quoted
    else if (sign === '(' && !isWord) {
      if (depth === 0) text += ' '
      depth += 1
    } else if (sign === ')' && !isWord) {
      if (depth === 0 || (depth === 1 && quoted)) return null
      depth -= 1
    } else if (depth === 0) text += isWord && parting.test(sign) ? '_' : sign
  }
  return depth === 0 && !quoted ? text : null
}
