import type { Ticket } from './ticket-tables.ts'

const all: Record<keyof Ticket, true> = {
  number: true,
  customer_id: true,
  title: true,
  description: true,
  status: true,
  group_id: true,
  member_id: true,
  opened_at: true,
  closed_at: true,
  ended: true,
  ended_from: true,
  duplicate_of: true,
  answer_ticket: true,
  answer_round: true,
  answer_state: true,
  solution_state: true,
  solution_round: true,
  offered_at: true,
  asks_verdict: true,
  score: true,
  comment: true,
  rated_at: true,
  waiting_for: true,
  waiting_since: true,
  answered: true,
  last_public_at: true,
  activity_at: true,
  due_at: true,
  due: true,
  seq: true,
  version: true,
  custom: true,
}

/** The columns of the row, told apart from facts that travel with it. Named where they are read: see server/db/prepared. */
export const ticketColumns = Object.keys(all) as (keyof Ticket)[]
