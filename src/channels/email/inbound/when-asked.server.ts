// The IMAP client comes with the first mailbox, and what reads mails with the thread that reads the first one: most servers and
// workers never meet one, and are there sooner.
import type { ImapReading } from './imap.server.ts'

export { parseMail, UnreadableMail } from './parse-apart.server.ts'

export const readImap = async (reading: ImapReading, signal: AbortSignal): Promise<void> =>
  (await import('./imap.server.ts')).readImap(reading, signal)
