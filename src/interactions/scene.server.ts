import type { Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Happened } from '../events/happened.ts'
import { readSettings } from '../settings/settings.server.ts'
import type { Scene } from './interaction.ts'

/** The event, the ticket as it stands now and the settings; undefined when there is no such event (any more). */
export async function loadScene(db: Transaction<Tables>, ticket: number, event: string): Promise<Scene | undefined> {
  const happened = await db
    .selectFrom('ticket_event')
    .select(['id', 'position', 'happened', 'actor_id', 'at', 'before', 'after', 'details'])
    .where('ticket_number', '=', ticket)
    .where('id', '=', event)
    .executeTakeFirst()
  if (!happened) return undefined
  const row = await db.selectFrom('ticket').selectAll().where('number', '=', ticket).executeTakeFirstOrThrow()
  const { actor_id: actor, ...rest } = happened
  return {
    event: { ...rest, happened: happened.happened as Happened, actor },
    ticket: row,
    settings: await readSettings(db),
  }
}
