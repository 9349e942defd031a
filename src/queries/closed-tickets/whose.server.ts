import { sql, type Kysely } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Filled } from '../../fields/form.ts'
import { visibleTo } from '../../permissions/visible.server.ts'
import { matching } from '../../users/found-people.server.ts'
import type { Named } from '../named.ts'
import type { whoseForm } from './whose.ts'

type Asked = Filled<typeof whoseForm>

const shown = 20

/** Customers of whom the reader sees a closed ticket: nobody is named here whom the list would not name. */
export const customersOfClosedTickets = (desk: Desk, actor: Person, asked: Asked): Promise<{ items: Named[] }> =>
  peopleOf('closing.customer_id', desk, actor, asked)

/** Whose such tickets were when they closed, whether they still work here or not. */
export const membersOfClosedTickets = (desk: Desk, actor: Person, asked: Asked): Promise<{ items: Named[] }> =>
  peopleOf('closing.member_id', desk, actor, asked)

async function peopleOf(
  column: 'closing.customer_id' | 'closing.member_id',
  desk: Desk,
  actor: Person,
  asked: Asked,
): Promise<{ items: Named[] }> {
  const db = desk.read('eventual')
  const named = asked.search === undefined ? undefined : await matching(db, asked.search)
  const items = await db
    .selectFrom('users')
    .select(['users.id', 'users.name'])
    .where((eb) => eb.exists(closingsSeen(db, actor).where(column, '=', sql.ref<string>('users.id'))))
    .$if(asked.id !== undefined, (query) => query.where('users.id', '=', asked.id!))
    .$if(named !== undefined, (query) => query.where(named!))
    .orderBy(sql`lower(users.name)`)
    .orderBy('users.id')
    .limit(shown)
    .execute()
  return { items }
}

/** Organisations that such customers belong to now. */
export async function organisationsOfClosedTickets(
  desk: Desk,
  actor: Person,
  { search, id }: Asked,
): Promise<{ items: Named[] }> {
  const db = desk.read('eventual')
  const items = await db
    .selectFrom('organisation')
    .select(['organisation.id', 'organisation.name'])
    .where((eb) =>
      eb.exists(
        closingsSeen(db, actor)
          .innerJoin('users', 'users.id', 'closing.customer_id')
          .where('users.organisation_id', '=', sql.ref<string>('organisation.id')),
      ),
    )
    .$if(id !== undefined, (query) => query.where('organisation.id', '=', id!))
    .$if(search !== undefined, (query) =>
      query.where(sql<boolean>`position(lower(${search}::text) in lower(organisation.name)) > 0`),
    )
    .orderBy(sql`lower(organisation.name)`)
    .limit(shown)
    .execute()
  return { items }
}

const closingsSeen = (db: Kysely<Tables>, actor: Person) =>
  db
    .selectFrom('closing')
    .innerJoin('ticket', 'ticket.number', 'closing.ticket_number')
    .where(visibleTo(actor))
    .select('closing.seq')
