import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'

/** As ids go into the headers of ours; what looks otherwise is left alone. */
const fit = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>$/u

/**
 * The ids of the first and the last mail that somebody wrote on a ticket: what we send answers them, so that it stands in the
 * conversation that their mail program shows.
 */
export async function mailsOfTheirs(db: Kysely<Tables>, ticket: number, address: string): Promise<string[]> {
  const theirs = db
    .selectFrom('inbound_mail')
    .select('message_id')
    .where('ticket_number', '=', ticket)
    .where('from_address', '=', address)
    .where('decision', 'in', ['newTicket', 'joined'])
    .where('message_id', 'is not', null)
  const [first, last] = await Promise.all(
    (['asc', 'desc'] as const).map((order) => theirs.orderBy('received_at', order).limit(1).executeTakeFirst()),
  )
  const ids = [first?.message_id, last?.message_id].filter((id) => id !== undefined && id !== null && fit.test(id))
  return [...new Set(ids as string[])]
}
