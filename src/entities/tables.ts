import type { ColumnType } from 'kysely'
import type { ExportFileRow } from './export-table.ts'
import type { FigureCellRow, FigureDeltaRow, FigureSpreadRow, FigureStateRow } from './figure-tables.ts'
import type { Json, NullableJson } from './json-columns.ts'
import type { ForgottenMailRow, InboundMailRow, MailboxRow, MailRow, MailServerRow, NoticeRow } from './mail-tables.ts'
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
import type { AddedFieldRow, InteractionSettingRow } from './settings-tables.ts'
import type {
  ClosingRow,
  EventRow,
  FirstResponseRow,
  MessageRow,
  SolutionRoundRow,
  TicketFileRow,
  TicketRow,
  UploadRow,
} from './ticket/ticket-tables.ts'
import type { CannedAnswerRow, DraftRow, HeldMessageRow } from './writing-tables.ts'

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
  search_word_state: {
    one: ColumnType<boolean, boolean | undefined>
    position: number
    /** Up to which ticket comments of before were made findable; null: of all. */
    comments_from: number | null
  }
  export_file: ExportFileRow
  idempotent_answer: IdempotentRow
  notice: NoticeRow
  mail: MailRow
  closing: ClosingRow
  first_response: FirstResponseRow
  figure_delta: FigureDeltaRow
  figure_cell: FigureCellRow
  figure_spread: FigureSpreadRow
  figure_state: FigureStateRow
  report: ReportRow
  saved_query: SavedQueryRow
  added_field: AddedFieldRow
  interaction_setting: InteractionSettingRow
  mail_server: MailServerRow
  restoration: RestorationRow
  /** Who this database is; see migrations/0124. */
  installation: { one: ColumnType<boolean, boolean | undefined>; id: ColumnType<string, string | undefined> }
  mailbox: MailboxRow
  inbound_mail: InboundMailRow
  forgotten_mail: ForgottenMailRow
  upload: UploadRow
  ticket_file: TicketFileRow
  draft: DraftRow
  held_message: HeldMessageRow
  canned_answer: CannedAnswerRow
  logo: { one: ColumnType<boolean, boolean | undefined>; type: string; bytes: Buffer; changed_at: Date }
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

/** A backup that was restored; what had happened by `last_position` belongs to the epoch before. */
export type RestorationRow = {
  id: string
  restored_at: Date
  backed_up_at: Date
  last_position: number
  next_number: number
}
