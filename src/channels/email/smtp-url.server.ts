import { isIPv4 } from 'node:net'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Security } from './mail-host.ts'

export type Account = { user: string; pass: string }

type Line = SMTPConnection.Options & { auth?: Account }

/**
 * What an address asks for. nodemailer takes STARTTLS where the server offers it and goes on without where it does not: with a
 * password only where the address says so (`?ignoreTLS=true`), or the server is on this machine.
 */
export function lineOf(url: string): Line {
  const line = parseConnectionUrl(url) as Line
  const { auth, secure, host, requireTLS, ignoreTLS } = line
  const isSaid = secure || requireTLS !== undefined || ignoreTLS !== undefined
  return !auth?.pass || isSaid || isThisMachine(host) ? line : { ...line, requireTLS: true }
}

/** Null: nobody asked for any, and the line is encrypted where the server offers it. */
export function securityOf(url: string): Security | null {
  const { secure, requireTLS, ignoreTLS } = lineOf(url)
  if (secure) return 'tls'
  if (requireTLS) return 'startTls'
  return ignoreTLS ? 'none' : null
}

/** A name that begins with 127 is anybody's; `[::1]` is how an address writes ::1. */
function isThisMachine(host = 'localhost'): boolean {
  return ['localhost', '::1', '[::1]'].includes(host.toLowerCase()) || (isIPv4(host) && host.startsWith('127.'))
}
