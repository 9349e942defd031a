// What reads mails (the parser, what cleans HTML, the IMAP client) comes with the first mail or mailbox: most servers and
// workers never meet one, and are there sooner.
import type { ImapReading } from './imap.server.ts'
import type { ParsedMail } from './parsed-mail.ts'

/** A mail that the parser refuses, or falls over: it does so however often it is asked. */
export class UnreadableMail extends Error {
  override readonly name = 'UnreadableMail'
}

/** Throws UnreadableMail of one that no repeating makes readable, anything else where only this try went wrong. */
export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  const parser = await import('./parse-mail.server.ts')
  try {
    return await parser.parseMail(raw)
  } catch (error) {
    throw new UnreadableMail(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

export const readImap = async (reading: ImapReading, signal: AbortSignal): Promise<void> =>
  (await import('./imap.server.ts')).readImap(reading, signal)
