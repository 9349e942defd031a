import { sql, type Kysely, type SqlBool } from 'kysely'
import type { Tables } from '../../entities/tables.ts'

type Seen = { person: string; ticket: number; version: number }

/**
 * The version as its writer knows it who once saw `version`: what they did themselves since then is no news to them. Where
 * anybody else did something in between it stays the one that they saw, and whatever is guarded by it is refused.
 */
export async function versionKnown(db: Kysely<Tables>, { person, ticket, version }: Seen): Promise<number> {
  const now = await db
    .selectFrom('ticket')
    .select('ticket.version')
    .where('number', '=', ticket)
    .where('ticket.version', '>', version)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('ticket_event').select('seq').where(others))))
    .executeTakeFirst()
  return now?.version ?? version

  function others() {
    return sql<SqlBool>`
      ticket_event.ticket_number = ${ticket} and seq > ${version}
      -- the events that moved it
      and after ? 'version'
      and actor_id is distinct from ${person}`
  }
}
