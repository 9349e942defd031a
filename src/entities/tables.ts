import type { ExportFileRow } from './export-table.ts'
import type { FigureCellRow, FigureDeltaRow, FigureStateRow } from './figure-tables.ts'
import type { CannedAnswerRow, DraftRow, HeldMessageRow } from './writing-tables.ts'
import type { ColumnType, JSONColumnType, Selectable } from 'kysely'
import type { MultilingualText } from '../fields/multilingual-text/multilingual-text.ts'
import type {
  AccountRow,
  ApiKeyRow,
  AuditRow,
  OutsideIdentityRow,
  RoleRow,
  SecondFactorRow,
  SessionRow,
  SignInProviderRow,
  UserGroupRow,
  UserImportRow,
  UserRow,
  VerificationRow,
} from './person/person-tables.ts'
import type { AnswerState, Ending, SolutionState, Status, WaitingFor } from './ticket/ticket.ts'

/** What the desk stores, as the migrations say it. Times are JavaScript Dates, ids strings, ticket numbers numbers. */
export type Tables = {
  users: UserRow
  session: SessionRow
  account: AccountRow
  verification: VerificationRow
  failed_try: { id: string; bucket: string; at: Date }
  role: RoleRow
  user_role: { user_id: string; role_key: string }
  user_group: UserGroupRow
  group_member: { group_id: string; user_id: string; since: Date }
  organisation: { id: string; name: string; created_at: Date }
  muted_telling: { user_id: string; interaction: string; channel: 'in-app' | 'email' }
  second_factor: SecondFactorRow
  api_key: ApiKeyRow
  user_import: UserImportRow
  sign_in_provider: SignInProviderRow
  outside_identity: OutsideIdentityRow
  group_role: { group_id: string; role_key: string }
  setting: { key: string; value: Json<unknown>; changed_at: Date }
  audit_entry: AuditRow
  ticket: TicketRow
  solution_round: SolutionRoundRow
  message: MessageRow
  ticket_event: EventRow
  ticket_words: { ticket_number: number; text_id: string; audience: 'everyone' | 'staff'; words: string }
  search_word: { word: string }
  search_word_state: { one: ColumnType<boolean, boolean | undefined>; position: number }
  export_file: ExportFileRow
  idempotent_answer: IdempotentRow
  notice: NoticeRow
  mail: MailRow
  closing: ClosingRow
  first_response: FirstResponseRow
  figure_delta: FigureDeltaRow
  figure_cell: FigureCellRow
  figure_state: FigureStateRow
  report: ReportRow
  saved_query: SavedQueryRow
  added_field: AddedFieldRow
  interaction_setting: InteractionSettingRow
  mail_server: MailServerRow
  restoration: RestorationRow
  mailbox: MailboxRow
  inbound_mail: InboundMailRow
  upload: UploadRow
  ticket_file: TicketFileRow
  draft: DraftRow
  held_message: HeldMessageRow
  canned_answer: CannedAnswerRow
  logo: { one: ColumnType<boolean, boolean | undefined>; type: string; bytes: Buffer; changed_at: Date }
}

type Json<T> = ColumnType<T, string, string>
type NullableJson<T> = ColumnType<T | null, string | null, string | null>
type Text = JSONColumnType<MultilingualText, string, string>
type NullableText = NullableJson<MultilingualText>

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

export type IdempotentRow = {
  person_id: string
  method: string
  path: string
  key: string
  body_hash: string
  answer: NullableJson<unknown>
  at: Date
}

export type NoticeRow = {
  ticket_number: number
  event_id: string
  interaction: string
  recipient_id: string
  id: string
  says: Json<Says>
  at: Date
  read_at: Date | null
}

/** Which text of the words, and the variables for it. */
export type Says = { variant?: string; variables: Record<string, unknown> }

export type MailRow = {
  id: string
  ticket_number: number | null
  event_id: string | null
  interaction: string
  recipient_id: string | null
  address: string
  message_id: string
  says: Json<Says>
  subject: string | null
  body_text: string | null
  body_html: string | null
  language: string | null
  state: 'pending' | 'sending' | 'sent' | 'dead' | 'kept' | 'dropped' | 'held'
  tries: number
  next_try_at: Date
  leased_until: Date | null
  last_error: string | null
  created_at: Date
  sent_at: Date | null
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

export type ReportRow = {
  report: string
  month: string
  version: number
  definitions: number
  time_zone: string
  figures: Json<unknown>
  made_at: Date
  made_by: string | null
}

export type SavedQueryRow = {
  id: string
  query: string
  owner_id: string
  group_id: string | null
  name: string
  filters: Json<Record<string, unknown>>
  created_at: Date
  updated_at: Date
}

export type AddedFieldRow = {
  key: string
  type: string
  options: Json<Record<string, unknown>>
  label: Text
  help: NullableText
  required: 'never' | 'onSubmission' | 'beforeClosing'
  visible_to: 'everyone' | 'staff'
  position: number
  default_value: NullableJson<unknown>
  retired_at: Date | null
  created_at: Date
}

export type InteractionSettingRow = {
  name: string
  enabled: boolean
  channels: string[] | null
  templates: Json<OwnTemplates>
  changed_at: Date
}

/** Texts that an administrator wrote, by language and by the key of the text that they stand for. */
export type OwnTemplates = Record<string, Record<string, string | string[]>>

export type MailServerRow = {
  one: ColumnType<boolean, boolean | undefined>
  host: string
  port: number
  security: 'tls' | 'startTls' | 'none'
  username: string | null
  sealed: string | null
  sender: string
  changed_at: Date
}

export type MailboxRow = {
  id: string
  address: string
  host: string
  port: number
  security: 'tls' | 'startTls' | 'none'
  username: string
  sealed: string
  folder: string
  group_id: string | null
  trusted_server: string | null
  plus_address: ColumnType<boolean, boolean | undefined, boolean>
  active: boolean
  uid_validity: number | null
  uid_next: number | null
  state: 'new' | 'reading' | 'failing'
  state_since: Date
  last_error: string | null
  heard_at: Date | null
  silence_told_at: ColumnType<Date | null, Date | null | undefined>
  last_mail_at: Date | null
  created_at: Date
}

export type InboundMailRow = {
  id: string
  mailbox_id: string | null
  raw: Buffer
  hash: string
  received_at: Date
  state: ColumnType<'received' | 'done' | 'failed', 'received', 'received' | 'done' | 'failed'>
  tries: ColumnType<number, number | undefined>
  last_error: string | null
  decision: 'newTicket' | 'joined' | 'held' | 'ignored' | null
  reason: string | null
  message_id: string | null
  from_address: string | null
  from_name: string | null
  subject: string | null
  ticket_number: number | null
  message: string | null
  text: string | null
  whole_text: string | null
  html: string | null
  sanitiser: string | null
  done_at: Date | null
  /** Who let it in or left it out by hand; null: the rules did. */
  decided_by: ColumnType<string | null, string | null | undefined>
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

export type TicketFileRow = UploadRow & { ticket_number: number; text_id: string; place: number }

/** A backup that was restored; what had happened by `last_position` belongs to the epoch before. */
export type RestorationRow = {
  id: string
  restored_at: Date
  backed_up_at: Date
  last_position: number
  next_number: number
}
