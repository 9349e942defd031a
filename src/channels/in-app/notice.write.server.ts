import { sql, type QueryExecutorProvider } from 'kysely'
import { newId } from '../../server/ids.server.ts'

export type NewNotice = {
  ticket: number
  event: string
  interaction: string
  recipient: string
  says: object
  at: Date
}

/** Puts notices up, in the caller's transaction; answers with the recipients of those that were not there yet. */
export async function putNotices(db: QueryExecutorProvider, notices: readonly NewNotice[]): Promise<string[]> {
  if (notices.length === 0) return []
  const rows = notices.map(
    (notice) => sql`(
      ${notice.ticket}, ${notice.event}, ${notice.interaction}, ${notice.recipient}, ${newId()},
      ${JSON.stringify(notice.says)}, ${notice.at}
    )`,
  )
  const { rows: put } = await sql<{ recipient: string }>`
    insert into notice (ticket_number, event_id, interaction, recipient_id, id, says, at)
    values ${sql.join(rows)}
    on conflict do nothing
    returning recipient_id as recipient`.execute(db)
  return put.map(({ recipient }) => recipient)
}

/** Marks the reader's own notices as read: the given ones, or all. Others' ids change nothing. */
export async function markRead(db: QueryExecutorProvider, reader: string, which: readonly string[] | 'all', at: Date) {
  const these = which === 'all' ? sql`true` : sql`id = any (${[...which]}::uuid[])`
  await sql`
    update notice set read_at = ${at}
    where recipient_id = ${reader} and read_at is null and ${these}`.execute(db)
}
