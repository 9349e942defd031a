import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { HighWater } from '../../channels/email/inbound/imap.server.ts'
import type { MailboxRow } from '../../entities/mail-tables.ts'
import type { Tables } from '../../entities/tables.ts'
import { refuse } from '../../server/errors/refusal.ts'

type Read = Pick<Mailbox, 'id' | 'host' | 'username' | 'folder'>

/**
 * Two that read the same mailbox never take its mark back; and whoever still reads where it was before it was changed marks
 * nothing any more: the numbers of one folder mean nothing in another.
 */
export async function keepMark(db: Kysely<Tables>, read: Read, { validity, next }: HighWater): Promise<void> {
  await db
    .updateTable('mailbox')
    .set({
      uid_validity: validity,
      uid_next: sql<number>`case when uid_validity = ${validity} then greatest(uid_next, ${next}) else ${next} end`,
    })
    .where('id', '=', read.id)
    .where('host', '=', read.host)
    .where('username', '=', read.username)
    .where('folder', '=', read.folder)
    .execute()
}

export async function noteHeard(db: Kysely<Tables>, id: string, at: Date): Promise<void> {
  await setState(db, id, 'reading', null, at)
  await db.updateTable('mailbox').set({ heard_at: at, silence_told_at: null }).where('id', '=', id).execute()
}

export async function noteMail(db: Kysely<Tables>, id: string, at: Date): Promise<void> {
  await db.updateTable('mailbox').set({ last_mail_at: at }).where('id', '=', id).execute()
}

export const noteFailing = (db: Kysely<Tables>, id: string, error: string, at: Date): Promise<void> =>
  setState(db, id, 'failing', error.slice(0, 500), at)

async function setState(
  db: Kysely<Tables>,
  id: string,
  state: 'reading' | 'failing',
  error: string | null,
  at: Date,
): Promise<void> {
  await db
    .updateTable('mailbox')
    .set({
      state,
      last_error: error,
      state_since: sql<Date>`case when state = ${state} then state_since else ${at} end`,
    })
    .where('id', '=', id)
    .execute()
}

type Mailbox = Selectable<MailboxRow>

/** Refuses an address that is read already, also where somebody else adds it at this very moment. */
export async function addMailbox(db: Kysely<Tables>, mailbox: Mailbox): Promise<void> {
  const { numInsertedOrUpdatedRows: added } = await db
    .insertInto('mailbox')
    .values(mailbox)
    .onConflict((conflict) => conflict.column('address').doNothing())
    .executeTakeFirst()
  if (!added) refuse('alreadyThere')
}

export async function changeMailbox(db: Kysely<Tables>, { id, ...columns }: Mailbox): Promise<void> {
  await db.updateTable('mailbox').set(columns).where('id', '=', id).execute()
}

export async function removeMailbox(db: Transaction<Tables>, id: string): Promise<void> {
  // every mail that came by it stays, and forgets it
  await sql`set local statement_timeout = '15min'`.execute(db)
  await db.deleteFrom('mailbox').where('id', '=', id).execute()
}
