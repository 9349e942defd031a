import { sql, type Kysely } from 'kysely'
import { holdMails } from '../../channels/email/held-mails.write.server.ts'
import type { Tables } from '../../entities/tables.ts'
import { newId } from '../../server/ids.server.ts'
import { endWhatWasHandedOut } from '../../users/mailed-links/end-what-was-handed-out.write.server.ts'

export type Epoch = { sessions: number; held: number; nextNumber: number }

/**
 * A restored backup is a new epoch. What the old one handed out ends, what it had still to mail is held, and numbers go on
 * well above the highest: later ones may have been mailed to people since the backup.
 */
export async function beginEpoch(db: Kysely<Tables>, backedUpAt: Date): Promise<Epoch> {
  const sessions = await endWhatWasHandedOut(db)
  const held = await holdMails(db)
  const { rows } = await sql<{ next: number; position: number }>`
    with recent as (
      select count(*) as opened from ticket where opened_at > ${backedUpAt}::timestamptz - interval '30 days'
    )
    select greatest((select max(number) from ticket), (select last_value from ticket_number), 1000)
        -- as many as a month brings, and never less than a thousand
        + greatest(1000, (select opened from recent)) + 1 as next,
      greatest((select max(position) from ticket_event), (select last_value from event_position)) as position`.execute(
    db,
  )
  const { next, position } = rows[0]!
  await sql`select setval('ticket_number', ${next}, false), setval('event_position', ${position} + 1000000)`.execute(db)
  await db
    .insertInto('restoration')
    .values({
      id: newId(),
      restored_at: new Date(),
      backed_up_at: backedUpAt,
      last_position: position,
      next_number: next,
    })
    .execute()
  return { sessions, held, nextNumber: next }
}
