import type { Kysely } from 'kysely'
import type { Person } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import { refuse } from '../server/errors/refusal.ts'
import { visibleAsStaff, visibleTo } from './visible.server.ts'

/** For what only those who work on a ticket may know: 404 for who does not see it, 403 for its customer. */
export async function permitAsStaff(db: Kysely<Tables>, actor: Person, number: number): Promise<number> {
  const found = await db
    .selectFrom('ticket')
    .select('number')
    .select((eb) => eb.case().when(visibleAsStaff(actor)(eb)).then(true).else(false).end().as('as_staff'))
    .where('number', '=', number)
    .where(visibleTo(actor))
    .executeTakeFirst()
  if (!found) refuse('notFound')
  if (!found.as_staff) refuse('notAllowed', { variables: { permission: 'ticket.seeGroups' } })
  return number
}
