import type { Kysely } from 'kysely'
import type { Actor } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { Circumstances } from '../permissions/may.ts'
import { isSoleReviewer } from '../permissions/sole-reviewer.server.ts'
import type { TicketFacts } from '../permissions/ticket-facts.ts'

/** The row with the one fact that is not a column of it: who wrote the present round. */
export async function factsOf(db: Kysely<Tables>, ticket: Ticket): Promise<Ticket & TicketFacts> {
  if (ticket.solution_round === null) return { ...ticket, author_id: null }
  const round = await db
    .selectFrom('solution_round')
    .select('author_id')
    .where('ticket_number', '=', ticket.number)
    .where('round', '=', ticket.solution_round)
    .executeTakeFirst()
  return { ...ticket, author_id: round?.author_id ?? null }
}

/** Asked of the database only where it decides: an author who could review looks at their own round. */
export async function circumstancesOf(db: Kysely<Tables>, actor: Actor, ticket: TicketFacts): Promise<Circumstances> {
  const asks = actor.kind === 'person' && ticket.author_id === actor.id && actor.permissions.has('solution.review')
  return { soleReviewer: asks && (await isSoleReviewer(db, actor.id)) }
}
