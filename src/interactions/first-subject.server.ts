import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { templateTest } from './template-test.write.server.ts'

type Thread = { ticket: number; recipient: string; language: string }

/**
 * The subjects that mails about tickets began with, for each recipient and language. Mail programs keep together what has one
 * subject, so it stays when the title is translated or the address proven meanwhile; in another language it begins anew.
 */
export async function firstSubjects(
  db: Kysely<Tables>,
  tickets: readonly number[],
): Promise<(thread: Thread) => string | undefined> {
  if (tickets.length === 0) return () => undefined
  // asked by the ticket alone: by their recipients the database read every mail that a desk ever got (0.7 ms for each mail)
  const rows = await db
    .selectFrom('mail')
    .distinctOn(['ticket_number', 'recipient_id', 'language'])
    .select(['ticket_number', 'recipient_id', 'language', 'subject'])
    .where((eb) => eb('ticket_number', '=', eb.fn.any(eb.val([...tickets]))))
    .where('subject', 'is not', null)
    // a preview that was mailed to whoever writes the texts begins nothing
    .where('interaction', '<>', templateTest)
    .orderBy('ticket_number')
    .orderBy('recipient_id')
    .orderBy('language')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const first = new Map(rows.map((row) => [`${row.ticket_number} ${row.recipient_id} ${row.language}`, row.subject!]))
  return ({ ticket, recipient, language }) => first.get(`${ticket} ${recipient} ${language}`)
}
