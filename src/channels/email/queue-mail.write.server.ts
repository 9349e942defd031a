import { sql, type QueryExecutorProvider } from 'kysely'
import { newId } from '../../server/ids.server.ts'
import type { NewMail } from './mail.ts'
import { rationed } from './ration-mail.write.server.ts'

/**
 * Puts mails into the outbox, in the caller's transaction. One that is there already for the same event, interaction and
 * recipient is left alone: a job that runs twice mails nobody twice.
 */
export async function queueMails(db: QueryExecutorProvider, mails: readonly NewMail[]): Promise<void> {
  // in the order of addresses, so that two batches never wait for each other crosswise; those of one address keep theirs
  for (const mail of mails.filter(isRationed).toSorted(byAddress))
    await insertMails(db, [{ ...mail, ...(await rationed(db, mail)) }])
  await insertMails(
    db,
    mails
      .filter((mail) => !isRationed(mail))
      .map((mail) => ({ ...mail, state: 'pending', next: mail.at, reason: null })),
  )
}

const byAddress = (one: NewMail, other: NewMail): number =>
  Number(one.address > other.address) - Number(one.address < other.address)

const isRationed = (mail: NewMail): boolean => mail.rationed !== undefined

type Fixed = NewMail & { state: 'pending' | 'dropped'; next: Date; reason: string | null }

async function insertMails(db: QueryExecutorProvider, mails: readonly Fixed[]): Promise<void> {
  if (mails.length === 0) return
  const each = <Value>(of: (mail: Fixed) => Value): Value[] => mails.map(of)
  // one text whatever their number, so that the database plans it once; a duty that a restored backup brought back may have
  // been done in the epoch before: its mail waits for an administrator
  await sql`
    insert into mail (
      id, ticket_number, event_id, interaction, recipient_id, address, message_id, says, state, last_error, next_try_at,
      created_at
    )
    select
      id, ticket, event, interaction, recipient, address, '', says,
      case when state = 'pending' and position <= (select max(last_position) from restoration) then 'held' else state end,
      reason, next, at
    from unnest(
      ${each(() => newId())}::uuid[], ${each(({ ticket }) => ticket)}::bigint[], ${each(({ event }) => event)}::uuid[],
      ${each(({ position }) => position ?? null)}::bigint[], ${each(({ interaction }) => interaction)}::text[],
      ${each(({ recipient }) => recipient)}::uuid[], ${each(({ address }) => address)}::text[],
      ${each(({ says }) => JSON.stringify(says))}::jsonb[], ${each(({ state }) => state)}::text[],
      ${each(({ reason }) => reason)}::text[], ${each(({ next }) => next)}::timestamptz[],
      ${each(({ at }) => at)}::timestamptz[]
    ) as new (id, ticket, event, position, interaction, recipient, address, says, state, reason, next, at)
    on conflict do nothing`.execute(db)
}
