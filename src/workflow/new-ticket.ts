import { supportDeskId } from '../entities/group/support-desk.ts'
import type { Ticket } from '../entities/ticket/ticket-tables.ts'

export type Request = {
  number: number
  customer: string
  title: Ticket['title']
  description: Ticket['description']
  /** Values of added fields. */
  custom?: Ticket['custom']
  at: Date
}

/** A request as it stands when it has just come in: with the Support Desk, which has the ball. */
export const newTicket = ({ number, customer, title, description, custom = {}, at }: Request): Ticket => ({
  number,
  customer_id: customer,
  title,
  description,
  status: 'open',
  group_id: supportDeskId,
  member_id: null,
  opened_at: at,
  closed_at: null,
  ended: null,
  ended_from: null,
  duplicate_of: null,
  answer_ticket: null,
  answer_round: null,
  answer_state: null,
  solution_state: null,
  solution_round: null,
  offered_at: null,
  asks_verdict: null,
  score: null,
  comment: null,
  rated_at: null,
  waiting_for: 'desk',
  waiting_since: at,
  answered: false,
  last_public_at: at,
  activity_at: at,
  due_at: null,
  due: null,
  seq: 1,
  version: 1,
  custom,
})
