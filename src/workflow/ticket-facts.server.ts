import type { Kysely } from 'kysely'
import type { Actor } from '../entities/person/actor.ts'
import type { Tables } from '../entities/tables.ts'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import type { Circumstances } from '../permissions/may.ts'
import { isSoleReviewer } from '../permissions/sole-reviewer.server.ts'
import type { TicketFacts } from '../permissions/ticket-facts.ts'
import { originalEndedAt } from '../entities/ticket/original-ended-at.server.ts'

/** The row with the facts that are no columns of it: who wrote the present round, and when its original ended. */
export async function factsOf(db: Kysely<Tables>, ticket: Ticket): Promise<Ticket & TicketFacts> {
  return { ...ticket, author_id: await authorOf(db, ticket), original_ended_at: await endOfOriginal(db, ticket) }
}

async function endOfOriginal(db: Kysely<Tables>, { number, duplicate_of: original }: Ticket): Promise<Date | null> {
  if (original === null) return null
  const row = await db
    .selectFrom('ticket')
    .select(originalEndedAt.as('at'))
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.at ?? null
}

async function authorOf(db: Kysely<Tables>, ticket: Ticket): Promise<string | null> {
  if (ticket.solution_round === null) return null
  const round = await db
    .selectFrom('solution_round')
    .select('author_id')
    .where('ticket_number', '=', ticket.number)
    .where('round', '=', ticket.solution_round)
    .executeTakeFirst()
  return round?.author_id ?? null
}

/** Asked of the database only where it decides: an author who could review looks at their own round. */
export async function circumstancesOf(db: Kysely<Tables>, actor: Actor, ticket: TicketFacts): Promise<Circumstances> {
  const asks = actor.kind === 'person' && ticket.author_id === actor.id && actor.permissions.has('solution.review')
  return { soleReviewer: asks && (await isSoleReviewer(db, actor.id)) }
}
