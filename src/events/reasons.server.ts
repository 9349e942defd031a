import { sql, type Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { MultilingualText } from '../fields/multilingual-text/multilingual-text.ts'
import { reasonField, reasonsIn, type Told } from './reasons.ts'

/** The reasons of these events of one ticket, by seq; what was translated of them later is asked for. */
export async function readReasons(
  db: Kysely<Tables>,
  ticket: number,
  events: readonly Told[],
): Promise<Map<number, MultilingualText>> {
  const given = events.filter(({ details }) => details['reason'])
  if (given.length === 0) return new Map()
  const translations = await db
    .selectFrom('ticket_event')
    .select(['seq', 'happened', 'actor_id', 'at', 'details'])
    .where('ticket_number', '=', ticket)
    .where('happened', '=', 'textTranslated')
    .where(
      sql<string>`details ->> 'field'`,
      'in',
      given.map(({ seq }) => reasonField(seq)),
    )
    .orderBy('seq')
    .execute()
  return reasonsIn([...given, ...translations])
}
