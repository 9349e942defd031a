import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'

/**
 * The subject that somebody's mails about a ticket began with. Mail programs keep together what has one subject, so it stays
 * when the title is translated or the address proven meanwhile; in another language it begins anew.
 */
export async function firstSubject(
  db: Kysely<Tables>,
  { ticket, recipient, language }: { ticket: number; recipient: string; language: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('mail')
    .select('subject')
    .where('ticket_number', '=', ticket)
    .where('recipient_id', '=', recipient)
    .where('language', '=', language)
    .where('subject', 'is not', null)
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()
  return row?.subject ?? undefined
}
