import { sql, type CompiledQuery, type InferResult, type Kysely } from 'kysely'
import type { Actor } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import { ticketColumns } from '../../entities/ticket/columns.ts'
import { isOwner, sideOf, type Side } from '../../permissions/sight.ts'
import type { TicketFacts } from '../../permissions/ticket-facts.ts'
import { storedSettings } from '../../settings/settings.server.ts'
import { cameToUs } from '../came-to-us.server.ts'
import { answerFilesOf, filesOf } from './files-of.server.ts'
import { roundsOf } from './read-solution.server.ts'
import { undeliveredTo } from './undelivered.server.ts'
import { originalEndedAt } from '../../entities/ticket/original-ended-at.server.ts'

export type FoundTicket = InferResult<ReturnType<typeof ticketQuery>>[number]

/** The ticket's row with the names around it, and from which side the reader sees it; null when absent or not theirs. */
export async function findTicket(
  db: Kysely<Tables>,
  actor: Actor,
  number: number,
): Promise<{ row: FoundTicket; side: NonNullable<Side> } | null> {
  if (!Number.isSafeInteger(number)) return null
  const row = await selectTicket(db, number)
  const side = row ? sideOf(actor, row satisfies TicketFacts) : null
  return row && side ? { row, side } : null
}

/** For whoever changed it this moment: also one that their own change took out of their sight. */
export async function findChanged(
  db: Kysely<Tables>,
  actor: Actor,
  number: number,
): Promise<{ row: FoundTicket; side: NonNullable<Side> } | null> {
  const row = await selectTicket(db, number)
  return row ? { row, side: sideOfDoer(actor, row) } : null
}

/** Who neither sees it nor is its customer did what they did as staff. */
export const sideOfDoer = (actor: Actor, row: FoundTicket): NonNullable<Side> =>
  sideOf(actor, row) ?? (actor.kind === 'person' && isOwner(actor, row) ? 'customer' : 'staff')

let compiled: CompiledQuery<FoundTicket> | undefined

/** Built once: putting its text together for each reader took a tenth of the server's time. */
async function selectTicket(db: Kysely<Tables>, number: number): Promise<FoundTicket | undefined> {
  compiled ??= ticketQuery(db, number).compile()
  const { rows } = await db.executeQuery<FoundTicket>({ ...compiled, parameters: [number] })
  return rows[0]
}

function ticketQuery(db: Kysely<Tables>, number: number) {
  return db
    .selectFrom('ticket')
    .innerJoin('users as customer', 'customer.id', 'ticket.customer_id')
    .innerJoin('user_group', 'user_group.id', 'ticket.group_id')
    .leftJoin('users as member', 'member.id', 'ticket.member_id')
    .leftJoin('solution_round as present', (join) =>
      join.onRef('present.ticket_number', '=', 'ticket.number').onRef('present.round', '=', 'ticket.solution_round'),
    )
    .leftJoin('ticket as original', 'original.number', 'ticket.duplicate_of')
    .leftJoin('solution_round as answer', (join) =>
      join
        .onRef('answer.ticket_number', '=', 'ticket.answer_ticket')
        .onRef('answer.round', '=', 'ticket.answer_round')
        // shown is only what went out, whatever the columns say
        .on('answer.offered_at', 'is not', null),
    )
    .select(ticketColumns.map((column) => `ticket.${column}` as const))
    .select((eb) => undeliveredTo(eb).as('undelivered'))
    .select((eb) => [storedSettings.as('settings'), roundsOf(eb).as('rounds'), filesOf(eb).as('files')])
    .select((eb) => answerFilesOf(eb).as('answer_files'))
    .select([
      'customer.name as customer_name',
      'user_group.name as group_name',
      'member.name as member_name',
      'present.author_id as author_id',
      'original.status as original_status',
      'answer.text as answer_text',
      'answer.offered_at as answer_at',
      // most have none, and then nobody asks who they are
      sql<boolean>`exists (select from ticket as joined where joined.duplicate_of = ticket.number)`.as('has_joined'),
      cameToUs.as('came'),
      originalEndedAt.as('original_ended_at'),
      // asked for duplicates alone: the last event of the original that changed its status
      sql<Date | null>`(
        select max(at) from ticket_event
        where ticket_event.ticket_number = original.number and ticket_event.after ? 'status'
      )`.as('original_since'),
    ])
    .where('ticket.number', '=', number)
}
