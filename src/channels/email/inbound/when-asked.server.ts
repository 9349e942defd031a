// What reads mails (the parser, what cleans HTML, the IMAP client) comes with the first mail or mailbox: most servers and
// workers never meet one, and are there sooner.
import type { ImapReading } from './imap.server.ts'
import type { ParsedMail } from './parsed-mail.ts'

export const parseMail = async (raw: Buffer): Promise<ParsedMail> =>
  (await import('./parse-mail.server.ts')).parseMail(raw)

export const readImap = async (reading: ImapReading, signal: AbortSignal): Promise<void> =>
  (await import('./imap.server.ts')).readImap(reading, signal)
