import type { MailAttachment } from '../../channels/email/inbound/parsed-mail.ts'
import { cleanFileName } from '../../server/files/file-name.ts'

const unnamed: Record<string, string> = { 'text/calendar': 'invite.ics', 'message/rfc822': 'mail.eml' }

/** What hangs on a mail, as people may call it. */
export const nameOfAttachment = ({ name, type }: Pick<MailAttachment, 'name' | 'type'>): string =>
  cleanFileName(name || (unnamed[type] ?? ''))
