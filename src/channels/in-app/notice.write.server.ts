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
  const each = <Value>(of: (notice: NewNotice) => Value): Value[] => notices.map(of)
  // one text whatever their number, so that the database plans it once
  const { rows: put } = await sql<{ recipient: string }>`
    insert into notice (ticket_number, event_id, interaction, recipient_id, id, says, at)
    select *
    from unnest(
      ${each(({ ticket }) => ticket)}::bigint[], ${each(({ event }) => event)}::uuid[],
      ${each(({ interaction }) => interaction)}::text[], ${each(({ recipient }) => recipient)}::uuid[],
      ${each(() => newId())}::uuid[], ${each(({ says }) => JSON.stringify(says))}::jsonb[],
      ${each(({ at }) => at)}::timestamptz[]
    )
    on conflict do nothing
    returning recipient_id as recipient`.execute(db)
  return put.map(({ recipient }) => recipient)
}

/** Which: by their ids, or all, where one is named no newer ones than that. */
export type Which = { ids: readonly string[] } | { upTo: string | undefined }

/** So many in one statement: those of years are hundreds of thousands, more than is marked before a statement's time is over. */
const mostAtOnce = 10_000

/** Marks the reader's own notices as read, some of them at once; whether there may be more. Others' ids change nothing. */
export async function markRead(
  db: QueryExecutorProvider,
  reader: string,
  which: Which,
  at: Date,
  most = mostAtOnce,
): Promise<boolean> {
  const these =
    'ids' in which
      ? sql`id = any (${[...which.ids]}::uuid[])`
      : which.upTo === undefined
        ? sql`true`
        : sql`(at, id) <= (select at, id from notice where recipient_id = ${reader} and id = ${which.upTo}::uuid)`
  const { numAffectedRows } = await sql`
    update notice set read_at = ${at}
    where read_at is null and ctid = any (array(
      select ctid from notice
      where recipient_id = ${reader} and read_at is null and ${these}
      limit ${most}
    ))`.execute(db)
  return Number(numAffectedRows ?? 0) === most
}
