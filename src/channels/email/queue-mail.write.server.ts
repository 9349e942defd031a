import { sql, type QueryExecutorProvider } from 'kysely'
import { newId } from '../../server/ids.server.ts'
import type { NewMail } from './mail-table.ts'
import { rationed } from './ration-mail.write.server.ts'

/**
 * Puts mails into the outbox, in the caller's transaction. One that is there already for the same event, interaction and
 * recipient is left alone: a job that runs twice mails nobody twice.
 */
export async function queueMails(db: QueryExecutorProvider, mails: readonly NewMail[]): Promise<void> {
  // in the order of addresses, so that two tellings do not wait for each other; two batches of them may, and then the database
  // ends one, whose tellings are done anew singly
  for (const mail of mails.filter(isRationed).toSorted((one, other) => (one.address < other.address ? -1 : 1)))
    await insertMails(db, [{ ...mail, ...(await rationed(db, mail)) }])
  await insertMails(
    db,
    mails
      .filter((mail) => !isRationed(mail))
      .map((mail) => ({ ...mail, state: 'pending', next: mail.at, reason: null })),
  )
}

const isRationed = (mail: NewMail): boolean => mail.rationed !== undefined

type Fixed = NewMail & { state: 'pending' | 'dropped'; next: Date; reason: string | null }

async function insertMails(db: QueryExecutorProvider, mails: readonly Fixed[]): Promise<void> {
  if (mails.length === 0) return
  const rows = mails.map(
    (mail) => sql`(
      ${newId()}, ${mail.ticket}, ${mail.event}, ${mail.interaction}, ${mail.recipient}, ${mail.address}, '',
      ${JSON.stringify(mail.says)}, ${stateOf(mail)}, ${mail.reason}, ${mail.next}, ${mail.at}
    )`,
  )
  await sql`
    insert into mail (
      id, ticket_number, event_id, interaction, recipient_id, address, message_id, says, state, last_error, next_try_at,
      created_at
    )
    values ${sql.join(rows)}
    on conflict do nothing`.execute(db)
}

/** A duty that a restored backup brought back may have been done in the epoch before: its mail waits for an administrator. */
const stateOf = ({ state, position }: Fixed) =>
  position === undefined || state !== 'pending'
    ? sql`${state}`
    : sql`case when ${position}::bigint <= (select max(last_position) from restoration) then 'held' else 'pending' end`
