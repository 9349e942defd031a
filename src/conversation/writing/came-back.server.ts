import type { Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { visibleTo } from '../../permissions/visible.server.ts'
import type { CameBack } from './writing.ts'

/** More than a bell shows; who has so many knows by then. */
const most = 20

/** What of somebody's did not go out and waits as a draft, newest first, on tickets that they still see; until they touch it. */
export async function cameBackTo(db: Kysely<Tables>, reader: Person): Promise<CameBack[]> {
  const rows = await db
    .selectFrom('draft')
    .innerJoin('ticket', 'ticket.number', 'draft.ticket_number')
    .select(['draft.ticket_number as ticket', 'draft.kind', 'draft.at'])
    .where('draft.person_id', '=', reader.id)
    .where('draft.problem', 'is not', null)
    .where((eb) => visibleTo(reader)(eb))
    .orderBy('draft.at', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() }))
}
