import { inAscii } from '../../../fields/mail-domain.ts'
import type { MailHeaders } from './parsed-mail.ts'

/** Whether the mail server that we trust says that the mail is from whom it says. 'unknown': it cannot be told here. */
export type SenderProof = 'proven' | 'notProven' | 'unknown'

/**
 * Reads Authentication-Results (RFC 8601) of the one server that the mailbox names, and of no other: everybody can write such a
 * line. Proven is who passed DMARC, or SPF or DKIM for the very domain that stands in From, where DMARC did not fail.
 */
export function senderProof(headers: MailHeaders, address: string, trusted: string | null): SenderProof {
  if (!trusted) return 'unknown'
  const domain = inAscii(address.slice(address.lastIndexOf('@') + 1))
  const lines = linesOf(headers, trusted.toLowerCase())
  // the trusted server adds its line above all others; one further below may have come with the mail
  const [newest = [], ...others] = lines
  if (lines.flat().some((result) => says(result, 'dmarc', 'fail'))) return 'notProven'
  if (newest.some((result) => passes(result, domain))) return 'proven'
  return isSaidBelow(newest, others, domain) ? 'unknown' : 'notProven'
}

/** Its results, line by line, as far as no other server's line stands between. */
function linesOf(headers: MailHeaders, trusted: string): string[][] {
  const lines: string[][] = []
  for (const line of headers.get('authentication-results') ?? []) {
    const [server, ...results] = (plain(line) ?? '').split(';').map((part) => part.trim().toLowerCase())
    if (server?.split(/\s/u)[0] !== trusted) break
    lines.push(results)
  }
  return lines
}

/**
 * OpenDMARC and OpenDKIM write a line each in one name, and of a domain without a policy the first says nothing. What the second
 * says holds nobody back who may write; it lets nobody speak for the organisation.
 */
function isSaidBelow(newest: readonly string[], others: readonly string[][], domain: string): boolean {
  if (newest.length === 0 || !newest.every((result) => says(result, 'dmarc', 'none'))) return false
  const methods = new Set(newest.map(methodOf))
  for (const results of others) {
    if (results.some((result) => !methods.has(methodOf(result)) && passes(result, domain))) return true
    for (const result of results) methods.add(methodOf(result))
  }
  return false
}

const methodOf = (result: string): string => /^[a-z-]*/u.exec(result)![0]

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
