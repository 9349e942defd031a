import type { Ticket } from '../entities/ticket/ticket-tables.ts'
import { ticketColumns } from '../entities/ticket/columns.ts'
import { updateTicket } from '../entities/ticket/ticket.write.server.ts'
import { writeWords } from '../entities/ticket/words.write.server.ts'
import { isAmongStaff } from '../events/among-staff.ts'
import type { Change } from '../events/desk.server.ts'
import { record } from '../events/record.server.ts'
import { decidedOn } from '../events/replay.ts'
import { together } from '../server/db/sending.server.ts'
import { countFigures } from '../statistics/count-figures.write.server.ts'
import { noAnswer } from './no-answer.ts'
import { nextStatus } from './next-status.ts'
import type { Outcome } from './ticket-verb.server.ts'
import type { Transition } from './transitions.ts'
import { waitingOf } from './waiting.ts'

/** Brings the ticket to where the transition leads, with everything that follows from that, and records it. */
export async function changeTicket(
  change: Change,
  ticket: Ticket,
  transition: Transition,
  outcome: Omit<Outcome, 'as'>,
): Promise<void> {
  const next = follow(change, ticket, transition, outcome)
  const { before, after } = differences(ticket, next)
  const { happened } = transition
  const details = outcome.details ?? {}
  await together(change.db, async () => {
    await updateTicket(change.db, ticket.number, pick(next, after))
    if (outcome.words?.length) await writeWords(change.db, ticket.number, outcome.words)
    await countFigures(change, { before: ticket, after: next, happened, details })
    await record(change, { happened, ticket: ticket.number, seq: next.seq, before, after, details })
  })
}

/** Everything about a row that an event derives and nobody writes by hand. */
export function follow(change: Change, ticket: Ticket, transition: Transition, outcome: Omit<Outcome, 'as'>): Ticket {
  const status = nextStatus(transition, ticket)
  const next: Ticket = { ...ticket, status, ...solutionAfter(ticket, transition), ...outcome.set, seq: ticket.seq + 1 }
  if (transition.ended) end(next, ticket, transition, change.at)
  if (transition.to === 'reopened')
    Object.assign(next, { closed_at: null, ended: null, ended_from: null, duplicate_of: null, ...noAnswer })
  if (next.status !== 'responded') Object.assign(next, { answered: false, due_at: null, due: null })
  const waiting = waitingOf(next)
  if (waiting !== ticket.waiting_for || handedOver(ticket, next)) next.waiting_since = change.at
  next.waiting_for = waiting
  if (!isAmongStaff(transition.happened, outcome.details ?? {})) next.activity_at = change.at
  if (movesVersion(ticket, next, transition)) next.version = next.seq
  return next
}

function solutionAfter(ticket: Ticket, { solutionTo }: Transition): Partial<Ticket> {
  if (solutionTo === undefined) return {}
  if (solutionTo === 'none') return { solution_state: null, solution_round: null, offered_at: null, asks_verdict: null }
  if (solutionTo === 'openRoundWithdrawn')
    return ticket.solution_state === 'inReview' ? { solution_state: 'withdrawn' } : {}
  return { solution_state: solutionTo }
}

function end(next: Ticket, ticket: Ticket, transition: Transition, at: Date): void {
  next.closed_at = at
  next.ended = transition.ended ?? null
  next.ended_from = ticket.status as Ticket['ended_from']
}

/** The ball changed hands within the same station: another member, another group. */
function handedOver(ticket: Ticket, next: Ticket): boolean {
  return (
    next.waiting_for === 'representative' && (ticket.member_id !== next.member_id || ticket.group_id !== next.group_id)
  )
}

/** Notes, translations and ratings do not move it, so that nobody conflicts with what they cannot see. */
function movesVersion(ticket: Ticket, next: Ticket, transition: Transition): boolean {
  return transition.happened === 'replyAdded' || decidedOn.some((column) => ticket[column] !== next[column])
}

/** The columns that changed, as they were and as they are, in JSON: replaying the `after`s gives the row. */
export function differences(ticket: Ticket, next: Ticket) {
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  for (const column of ticketColumns) {
    if (ticket[column] === next[column] || JSON.stringify(ticket[column]) === JSON.stringify(next[column])) continue
    before[column] = ticket[column]
    after[column] = next[column]
  }
  return { before, after }
}

function pick(next: Ticket, after: Record<string, unknown>): Partial<Ticket> {
  return Object.fromEntries(Object.keys(after).map((column) => [column, next[column as keyof Ticket]]))
}
