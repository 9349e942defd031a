import { sql, type Expression, type Kysely, type SqlBool } from 'kysely'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import type { Filled } from '../../fields/form.ts'
import { findsByAddress } from '../../permissions/sight.ts'
import { visibleTo } from '../../permissions/visible.server.ts'
import { matching, named } from '../../users/found-people.server.ts'
import { hadTickets } from './had-tickets.server.ts'
import type { Named } from '../named.ts'
import type { whoseForm } from './whose.ts'

type Asked = Filled<typeof whoseForm>

const shown = 20

/** Customers of whom the reader sees a closed ticket: nobody is named here whom the list would not name. */
export function customersOfClosedTickets(desk: Desk, actor: Person, asked: Asked): Promise<{ items: Named[] }> {
  const db = desk.read('eventual')
  const seen = closingsSeen(db, actor).where('closing.customer_id', '=', sql.ref<string>('users.id'))
  return peopleOf(db, actor, asked, exists(seen))
}

/** Whose such tickets were when they closed, whether they still work here or not. */
export function membersOfClosedTickets(desk: Desk, actor: Person, asked: Asked): Promise<{ items: Named[] }> {
  const db = desk.read('eventual')
  // the offset keeps it a question for each of the few, instead of a join of all closings
  const seen = closingsSeen(db, actor).where('closing.member_id', '=', sql.ref<string>('had.id')).offset(0)
  const had = sql<SqlBool>`users.id in (select had.id from (${hadTickets(actor)}) as had (id) where ${exists(seen)})`
  return peopleOf(db, actor, asked, had)
}

const exists = (some: Expression<unknown>) => sql<SqlBool>`exists ${some}`

async function peopleOf(db: Kysely<Tables>, actor: Person, { id, search }: Asked, which: Expression<SqlBool>) {
  const look = findsByAddress(actor) ? matching : named
  const found = search === undefined ? undefined : await look(db, search)
  const items = await db
    .selectFrom('users')
    .select(['users.id', 'users.name'])
    .where(which)
    .$if(id !== undefined, (query) => query.where('users.id', '=', id!))
    .$if(found !== undefined, (query) => query.where(found!))
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
