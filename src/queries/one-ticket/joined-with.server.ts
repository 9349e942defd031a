import { sql } from 'kysely'
import type { Desk } from '../../events/desk.server.ts'

/**
 * Whose pages show something of these tickets: the originals that they are joined with, or were until their last events, and,
 * where an original's status moved, its duplicates, which show how far it is.
 */
export async function joinedWith(desk: Desk, tickets: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    with last as (
      select asked.number, event.before
      from unnest(${[...tickets]}::bigint[]) as asked (number)
      cross join lateral (
        select before from ticket_event where ticket_number = asked.number order by seq desc limit 5
      ) as event
    )
    select duplicate_of as number from ticket where number = any (${[...tickets]}) and duplicate_of is not null
    union
    select (before ->> 'duplicate_of')::bigint from last where before ->> 'duplicate_of' is not null
    union
    -- an array, so that the index is asked for these alone, however many tickets are joined
    select number from ticket where duplicate_of = any (array(select number from last where before ? 'status'))
  `.execute(desk.read())
  return rows.map(({ number }) => number)
}
