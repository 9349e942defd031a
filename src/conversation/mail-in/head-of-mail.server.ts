import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import { markedTicket } from './mail-facts.server.ts'
import { unlessUnreadable } from './unreadable.server.ts'
import { readMail } from './without-links.server.ts'

/** Longer heads are read as far as that. */
const longestHead = 64 * 1024

/** Whose a mail is and which ticket it names, by its head alone: so much can be read of nearly every mail, however large. */
export async function headOfMail(db: Transaction<Tables>, id: string, secret: string) {
  const { start } = await db
    .selectFrom('inbound_mail')
    .select(sql<Buffer>`substring(raw from 1 for ${longestHead}::int)`.as('start'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const mail = await unlessUnreadable(readMail(headIn(start)))
  if (!mail) return {}
  return {
    from_address: mail.from?.address ?? null,
    from_name: mail.from?.name ?? null,
    subject: mail.subject,
    ticket_number: (await markedTicket(db, mail, secret))?.ticket ?? null,
  }
}

/** Up to the first empty line; of a head that goes on, its whole lines. */
function headIn(start: Buffer): Buffer {
  const text = start.toString('latin1')
  const end = /\r?\n\r?\n/u.exec(text)?.index ?? text.lastIndexOf('\n')
  return Buffer.from(`${text.slice(0, end < 0 ? undefined : end)}\r\n\r\n`, 'latin1')
}
