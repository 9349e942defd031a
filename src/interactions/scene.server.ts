import type { Transaction } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Happened } from '../events/happened.ts'
import { readSettings } from '../settings/settings.server.ts'
import type { Scene } from './interaction.ts'

type Told = { ticket: number; event: string }

/** The events, their tickets as they stand now and the settings, by the event; those that are not there (any more) are left out. */
export async function loadScenes(db: Transaction<Tables>, told: readonly Told[]): Promise<Map<string, Scene>> {
  const numbers = [...new Set(told.map(({ ticket }) => ticket))]
  const events = await db
    .selectFrom('ticket_event')
    .select(['ticket_number', 'id', 'position', 'happened', 'actor_id', 'at', 'before', 'after', 'details'])
    // by the ticket too: so are they found, and so are they spread where there is more than one database
    .where((eb) => eb('ticket_number', '=', eb.fn.any(eb.val(numbers))))
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...new Set(told.map(({ event }) => event))]))))
    .execute()
  if (events.length === 0) return new Map()
  const rows = await db
    .selectFrom('ticket')
    .selectAll()
    .where((eb) => eb('number', '=', eb.fn.any(eb.val(numbers))))
    .execute()
  const tickets = new Map(rows.map((row) => [row.number, row]))
  const settings = await readSettings(db)
  return new Map(
    events.map(({ ticket_number: number, actor_id: actor, happened, ...rest }) => [
      rest.id,
      { event: { ...rest, happened: happened as Happened, actor }, ticket: tickets.get(number)!, settings },
    ]),
  )
}

/** Undefined where the event is not there. */
export const loadScene = async (db: Transaction<Tables>, ticket: number, event: string): Promise<Scene | undefined> =>
  (await loadScenes(db, [{ ticket, event }])).get(event)
