import type { ColumnType, Selectable } from 'kysely'
import type { Json, NullableText, Text } from '../json-columns.ts'
import type { LeftOut } from './left-out.ts'
import type { AnswerState, Ending, SolutionState, Status, WaitingFor } from './ticket.ts'

// A ticket and all that happened to it.

export type TicketRow = {
  number: number
  customer_id: string
  title: Text
  description: Text
  status: Status
  group_id: string
  member_id: string | null
  opened_at: Date
  closed_at: Date | null
  ended: Ending | null
  ended_from: 'open' | 'inProgress' | 'responded' | null
  duplicate_of: number | null
  /** What a duplicate's customer is shown: whose solution, of which round, and what became of it with them. */
  answer_ticket: number | null
  answer_round: number | null
  answer_state: AnswerState | null
  solution_state: SolutionState | null
  solution_round: number | null
  offered_at: Date | null
  asks_verdict: boolean | null
  score: number | null
  comment: NullableText
  rated_at: Date | null
  waiting_for: WaitingFor
  waiting_since: Date
  answered: boolean
  last_public_at: Date
  activity_at: Date
  due_at: Date | null
  due: 'remind' | 'closeBySilence' | null
  seq: number
  version: number
  /** Values of added fields, by their keys. */
  custom: ColumnType<Record<string, unknown>, string | undefined, string>
}

/** A ticket's row as it is read. */
export type Ticket = Selectable<TicketRow>

export type SolutionRoundRow = {
  ticket_number: number
  round: number
  author_id: string
  text: Text
  proposed_text: NullableText
  state: SolutionState
  proposed_at: Date
  offered_at: Date | null
  reviewed_by: string | null
  self_reviewed: boolean
  decided_at: Date | null
  reason: NullableText
}

export type MessageRow = {
  ticket_number: number
  id: string
  kind: 'reply' | 'note'
  author_id: string
  side: 'customer' | 'staff'
  text: Text
  at: Date
  /** When a note was last put into other words. */
  edited_at: ColumnType<Date | null, Date | undefined, Date>
}

/** One that was left in its mail has no bytes here, and says why. */
export type TicketFileRow = Omit<UploadRow, 'key' | 'sha256'> & {
  ticket_number: number
  text_id: string
  place: number
  key: string | null
  sha256: string | null
  left_out: LeftOut | null
}

/** A file that belongs to nothing yet. */
export type UploadRow = {
  id: string
  owner_id: string
  key: string
  name: string
  type: string
  size: number
  sha256: string
  at: Date
}

export type EventRow = {
  ticket_number: number
  seq: number
  id: string
  position: number
  happened: string
  actor_id: string | null
  at: Date
  before: Json<Record<string, unknown>>
  after: Json<Record<string, unknown>>
  details: Json<Record<string, unknown>>
}

/** A closing is a fact, kept when the ticket is reopened. */
export type ClosingRow = {
  ticket_number: number
  seq: number
  closed_at: Date
  ended: Ending
  group_id: string
  member_id: string | null
  customer_id: string
  opened_at: Date
  score: number | null
  reopened_at: Date | null
}

export type FirstResponseRow = {
  ticket_number: number
  seq: number
  at: Date
  opened_at: Date
  group_id: string
  member_id: string | null
}
