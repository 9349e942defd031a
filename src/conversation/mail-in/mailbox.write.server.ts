import { sql, type Kysely } from 'kysely'
import type { HighWater } from '../../channels/email/inbound/imap.server.ts'
import type { Tables } from '../../entities/tables.ts'

/** Two that read the same mailbox never take its mark back. */
export async function keepMark(db: Kysely<Tables>, id: string, { validity, next }: HighWater): Promise<void> {
  await db
    .updateTable('mailbox')
    .set({
      uid_validity: validity,
      uid_next: sql<number>`case when uid_validity = ${validity} then greatest(uid_next, ${next}) else ${next} end`,
    })
    .where('id', '=', id)
    .execute()
}

export async function noteHeard(db: Kysely<Tables>, id: string, at: Date): Promise<void> {
  await setState(db, id, 'reading', null, at)
  await db.updateTable('mailbox').set({ heard_at: at }).where('id', '=', id).execute()
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
    .set({ state, last_error: error, state_since: sql<Date>`case when state = ${state} then state_since else ${at} end` })
    .where('id', '=', id)
    .execute()
}
