import { sql, type Kysely } from 'kysely'
import type { RepliesTo } from '../../channels/email/compose.server.ts'
import type { Tables } from '../../entities/tables.ts'

/** The mailbox that answers to our mails come to: one that is read, the general one first. Null: no answer would be read. */
export async function repliesTo(db: Kysely<Tables>): Promise<RepliesTo | null> {
  const row = await db
    .selectFrom('mailbox')
    .select(['address', 'plus_address as plus'])
    .where('active', '=', true)
    .where('heard_at', 'is not', null)
    .orderBy(sql`group_id is not null`)
    .orderBy('created_at')
    .executeTakeFirst()
  return row ?? null
}
