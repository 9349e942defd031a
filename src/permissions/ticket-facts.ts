import type { AnswerState, SolutionState, Status } from '../entities/ticket/ticket.ts'

/** What the rules ask of a ticket: columns of its row, and who wrote the present round. */
export type TicketFacts = {
  number: number
  customer_id: string
  group_id: string
  member_id: string | null
  status: Status
  solution_state: SolutionState | null
  solution_round: number | null
  asks_verdict: boolean | null
  closed_at: Date | null
  rated_at: Date | null
  duplicate_of: number | null
  /** Of a duplicate: when its original ended, where it has or had and its customer was told so. */
  original_ended_at?: Date | null
  /** What a duplicate shows of its original's solution. */
  answer_state: AnswerState | null
  /** The author of the present round, where there is one. */
  author_id: string | null
}
