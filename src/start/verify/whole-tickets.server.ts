import type { Kysely } from 'kysely'
import type { Tables } from '../../entities/tables.ts'
import type { WholeTicket } from './whole-ticket.ts'

const batch = 200

/** All tickets with what belongs to them, a few hundred at a time, so that memory stays the same however many there are. */
export async function* wholeTickets(db: Kysely<Tables>): AsyncGenerator<WholeTicket[]> {
  let after = 0
  for (;;) {
    const rows = await db
      .selectFrom('ticket')
      .selectAll()
      .where('number', '>', after)
      .orderBy('number')
      .limit(batch)
      .execute()
    if (rows.length === 0) return
    const numbers = rows.map(({ number }) => number)
    const of = (table: 'ticket_event' | 'solution_round' | 'message') =>
      db
        .selectFrom(table as 'message')
        .selectAll()
        .where('ticket_number', 'in', numbers)
    const events = Map.groupBy(
      await of('ticket_event')
        .orderBy('seq' as never)
        .execute(),
      whose,
    )
    const rounds = Map.groupBy(
      await of('solution_round')
        .orderBy('round' as never)
        .execute(),
      whose,
    )
    const messages = Map.groupBy(await of('message').orderBy('at').execute(), whose)
    yield rows.map((row) => ({
      row,
      events: (events.get(row.number) ?? []) as unknown as WholeTicket['events'],
      rounds: (rounds.get(row.number) ?? []) as unknown as WholeTicket['rounds'],
      messages: messages.get(row.number) ?? [],
    }))
    after = numbers.at(-1)!
  }
}

const whose = ({ ticket_number }: { ticket_number: number }): number => ticket_number
