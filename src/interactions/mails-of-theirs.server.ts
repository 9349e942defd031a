import { sql, type Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'

/** As ids go into the headers of ours; what looks otherwise is left alone. */
const fit = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>$/u

/**
 * The ids of the first and the last mail that somebody wrote on a ticket: what we send answers them, so that it stands in the
 * conversation that their mail program shows.
 */
export async function mailsOfTheirs(
  db: Kysely<Tables>,
  tickets: readonly number[],
  addresses: readonly string[],
): Promise<(ticket: number, address: string) => string[]> {
  if (tickets.length === 0) return () => []
  const rows = await db
    .selectFrom('inbound_mail')
    .select(['ticket_number', 'from_address'])
    .select([
      sql<string>`(array_agg(message_id order by received_at))[1]`.as('first'),
      sql<string>`(array_agg(message_id order by received_at desc))[1]`.as('last'),
    ])
    .where((eb) => eb('ticket_number', '=', eb.fn.any(eb.val([...tickets]))))
    .where((eb) => eb('from_address', '=', eb.fn.any(eb.val([...addresses]))))
    .where('decision', 'in', ['newTicket', 'joined'])
    .where('message_id', 'is not', null)
    .groupBy(['ticket_number', 'from_address'])
    .execute()
  const theirs = new Map(
    rows.map(({ ticket_number, from_address, first, last }) => [`${ticket_number} ${from_address}`, [first, last]]),
  )
  return (ticket, address) => [...new Set((theirs.get(`${ticket} ${address}`) ?? []).filter((id) => fit.test(id)))]
}
