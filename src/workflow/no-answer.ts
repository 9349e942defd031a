import type { Ticket } from '../entities/ticket/ticket-tables.ts'

/** What a duplicate shows of its original's solution. */
export type SharedAnswer = Pick<Ticket, 'answer_ticket' | 'answer_round' | 'answer_state'>

export const noAnswer: SharedAnswer = { answer_ticket: null, answer_round: null, answer_state: null }
