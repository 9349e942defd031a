import type { ParsedMail } from '../../channels/email/inbound/parsed-mail.ts'
import { UnreadableMail } from '../../channels/email/inbound/when-asked.server.ts'
import type { InboundMailRow } from '../../entities/mail-tables.ts'
import { readMail } from './without-links.server.ts'

const cannotBeRead = 'It cannot be read: '

/** How it is written down, and told apart, that a mail is not to be read until somebody says so. */
export const unreadable = (why: string): string => `${cannotBeRead}${why}`

type Kept = Pick<InboundMailRow, 'raw' | 'last_error'> & { state: string; tries: number }

/** Refused by the parser, or begun and not ended: reading it may end whoever does. */
export const isUnreadable = ({ state, tries, last_error: said }: Omit<Kept, 'raw'>): boolean =>
  said === null ? state !== 'done' && tries > 0 : said.startsWith(cannotBeRead)

/** What a kept mail says; null where it cannot be read, or its copy is kept no more. */
export async function readKept(mail: Kept): Promise<ParsedMail | null> {
  return mail.raw === null || isUnreadable(mail) ? null : unlessUnreadable(readMail(mail.raw))
}

export async function unlessUnreadable<Read>(reading: Promise<Read>): Promise<Read | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof UnreadableMail) return null
    throw error
  }
}
