import type { MailHeaders } from './parsed-mail.ts'

/** Whether the mail server that we trust says that the mail is from whom it says. 'unknown': no server is trusted here. */
export type SenderProof = 'proven' | 'notProven' | 'unknown'

/**
 * Reads Authentication-Results (RFC 8601) of the one server that the mailbox names, and of no other: everybody can write such a
 * line. Proven is who passed DMARC, or SPF or DKIM for the very domain that stands in From.
 */
export function senderProof(headers: MailHeaders, address: string, trusted: string | null): SenderProof {
  if (!trusted) return 'unknown'
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  // the trusted server adds its line above all others; one further below came with the mail
  const [newest] = headers.get('authentication-results') ?? []
  const [server, ...results] = withoutComments(newest ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase())
  if (server?.split(/\s/u)[0] !== trusted.toLowerCase()) return 'notProven'
  return results.some((result) => passes(result, domain)) ? 'proven' : 'notProven'
}

function passes(result: string, domain: string): boolean {
  if (/^dmarc\s*=\s*pass\b/u.test(result)) return named(result, 'header.from') === domain
  if (/^dkim\s*=\s*pass\b/u.test(result)) return isAligned(named(result, 'header.d'), domain)
  if (/^spf\s*=\s*pass\b/u.test(result)) return isAligned(named(result, 'smtp.mailfrom')?.replace(/^.*@/u, ''), domain)
  return false
}

const named = (result: string, property: string): string | undefined =>
  new RegExp(`(?:^|\\s)${property.replace('.', '\\.')}\\s*=\\s*"?([^\\s";]+)`, 'u').exec(result)?.[1]

/** The same domain, or From is one below it: never the other way round. */
const isAligned = (signed: string | undefined, domain: string): boolean =>
  signed !== undefined && signed.includes('.') && (domain === signed || domain.endsWith(`.${signed}`))

const withoutComments = (line: string): string => line.replace(/\([^()]*\)/gu, ' ')
