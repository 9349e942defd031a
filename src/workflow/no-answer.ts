import type { Ticket } from '../entities/ticket/ticket-tables.ts'

/** What a duplicate shows of its original's solution. */
export type SharedAnswer = Pick<Ticket, 'answer_ticket' | 'answer_round' | 'answer_state'>

/** Of a ticket that is no duplicate, or whose original has no solution to share yet. */
export const noAnswer: SharedAnswer = { answer_ticket: null, answer_round: null, answer_state: null }
