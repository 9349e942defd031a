import { sql, type QueryExecutorProvider } from 'kysely'
import { newId } from '../../server/ids.server.ts'
import type { NewMail } from './mail-table.ts'

/**
 * Puts mails into the outbox, in the caller's transaction. One that is there already for the same event, interaction and
 * recipient is left alone: a job that runs twice mails nobody twice.
 */
export async function queueMails(db: QueryExecutorProvider, mails: readonly NewMail[]): Promise<void> {
  if (mails.length === 0) return
  const rows = mails.map(
    (mail) => sql`(
      ${newId()}, ${mail.ticket}, ${mail.event}, ${mail.interaction}, ${mail.recipient}, ${mail.address}, '',
      ${JSON.stringify(mail.says)}, 'pending', ${mail.at}, ${mail.at}
    )`,
  )
  await sql`
    insert into mail (
      id, ticket_number, event_id, interaction, recipient_id, address, message_id, says, state, next_try_at, created_at
    )
    values ${sql.join(rows)}
    on conflict do nothing`.execute(db)
}
