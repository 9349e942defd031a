import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { isCustomersOwn } from './customers-own.ts'
import type { Happened } from './happened.ts'

/** What a mail told of. */
type Told = { ticket_number: number | null; event_id: string | null }

/** Ids of those of the events that are a word or a decision of the ticket's own customer. */
export async function customersOwnAmong(db: Kysely<Tables>, told: readonly Told[]): Promise<ReadonlySet<string>> {
  const numbers = [...new Set(told.flatMap(({ ticket_number: number }) => number ?? []))]
  const events = [...new Set(told.flatMap(({ event_id: event }) => event ?? []))]
  if (numbers.length === 0 || events.length === 0) return new Set()
  const rows = await db
    .selectFrom('ticket_event')
    .innerJoin('ticket', 'ticket.number', 'ticket_event.ticket_number')
    .select(['ticket_event.id', 'happened', 'actor_id as actor', 'customer_id'])
    // by the ticket too: so are they found
    .where((eb) => eb('ticket_number', '=', eb.fn.any(eb.val(numbers))))
    .where((eb) => eb('ticket_event.id', '=', eb.fn.any(eb.val(events))))
    .execute()
  const own = rows.filter(({ happened, actor, customer_id: customer }) =>
    isCustomersOwn({ happened: happened as Happened, actor }, customer),
  )
  return new Set(own.map(({ id }) => id))
}
