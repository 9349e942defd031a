import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'

/** Whom a ticket is with, for a sentence: its member, or the group where it is with nobody. */
export async function nameOfAssignee(db: Kysely<Tables>, { member_id, group_id }: Ticket): Promise<string> {
  const named = member_id
    ? db.selectFrom('users').select('name').where('id', '=', member_id)
    : db.selectFrom('user_group').select('name').where('id', '=', group_id)
  return (await named.executeTakeFirst())?.name ?? ''
}
