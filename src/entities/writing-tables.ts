import type { ColumnType } from 'kysely'
import type { Text } from './json-columns.ts'

// What is being written, what is about to go out, and answers that are kept for the next time.

/** What somebody has begun to write on a ticket. */
export type DraftRow = {
  ticket_number: number
  person_id: string
  kind: 'reply' | 'note' | 'propose-solution'
  text: string
  files: string[]
  problem: string | null
  at: Date
  back: ColumnType<Back[], string | undefined, string>
}
/** A held message that did not go out, or was taken back, under the id that it was held by. */
export type Back = { id: string; text: string; files: string[] }

/** Sent, and still to be taken back. */
export type HeldMessageRow = {
  ticket_number: number
  person_id: string
  kind: 'reply' | 'note' | 'propose-solution'
  id: string
  text: string
  files: string[]
  version: number
  due_at: Date
}

export type CannedAnswerRow = {
  id: string
  owner_id: string
  shared: 'own' | 'group' | 'all'
  group_id: string | null
  name: string
  text: Text
  changed_at: Date
}
