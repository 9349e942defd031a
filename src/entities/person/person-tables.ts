import type { ColumnType } from 'kysely'
import type { NullableJson, NullableText } from '../json-columns.ts'

// Who there is, what they may do, how they come in, and what was done to all that.

export type UserRow = {
  id: string
  name: string
  email: string
  email_verified: ColumnType<boolean, boolean | undefined>
  image: string | null
  language: string | null
  /** Read off a mail of theirs; not chosen. */
  language_guessed: ColumnType<boolean, boolean | undefined>
  time_zone: string | null
  active: ColumnType<boolean, boolean | undefined>
  /** Raised to end every link that was mailed to them. */
  link_turn: ColumnType<number, number | undefined>
  /** Until they are invited again, no mail lets them choose a first password. */
  invitation_taken_back: ColumnType<boolean, boolean | undefined>
  preferences: ColumnType<Record<string, unknown>, string | undefined, string>
  organisation_id: ColumnType<string | null, string | null | undefined>
  service: ColumnType<boolean, boolean | undefined>
  erased_at: ColumnType<Date | null, undefined>
  /** Written by the database itself: what people are found by. */
  words: ColumnType<string, never, never>
  created_at: Date
  updated_at: Date
}

export type UserGroupRow = {
  id: string
  key: string | null
  name: string
  lead_id: ColumnType<string | null, string | null | undefined>
  time_zone: ColumnType<string | null, string | null | undefined>
  working_hours: ColumnType<WorkingHours | null, string | null | undefined, string | null>
  created_at: Date
}

/** By weekday, '1' Monday … '7' Sunday: from when to when, as HH:MM. */
export type WorkingHours = Record<string, [from: string, to: string][]>

export type SecondFactorRow = {
  user_id: string
  secret: string
  confirmed_at: Date | null
  last_step: ColumnType<number, number | undefined>
  recovery_codes: ColumnType<string[], string[] | undefined>
  created_at: Date
}

export type ApiKeyRow = {
  id: string
  user_id: string
  name: string
  beginning: string
  hash: string
  scopes: string[]
  created_by: string
  created_at: Date
  expires_at: Date | null
  last_used_at: ColumnType<Date | null, undefined, Date>
  revoked_at: ColumnType<Date | null, undefined, Date>
}

export type SignInProviderRow = {
  one: ColumnType<boolean, boolean | undefined>
  issuer: string
  client_id: string
  sealed: string | null
  label: string
  links_known: boolean
  adds_customers: boolean
  changed_at: Date
  failed_at: ColumnType<Date | null, Date | null | undefined>
  failure: ColumnType<string | null, string | null | undefined>
}

export type OutsideIdentityRow = {
  issuer: string
  subject: string
  user_id: string
  linked_at: Date
  last_used_at: Date
}

export type UserImportRow = {
  id: string
  by_id: string
  at: Date
  network: string
  invite: boolean
  csv: string | null
  state: 'waiting' | 'done' | 'refused' | 'failed'
  rows: number
  done: ColumnType<number, number | undefined>
  counts: NullableJson<Record<string, number>>
  /** Of whoever gave it, as they came: by a key with fewer than their own. */
  permissions: ColumnType<string[], string[] | undefined>
  rejected: string | null
  finished_at: Date | null
}

export type SessionRow = {
  id: string
  user_id: string
  token: string
  expires_at: Date
  ip_address: string | null
  user_agent: string | null
  awaits_code: ColumnType<boolean, boolean | undefined>
  created_at: Date
  updated_at: Date
}

export type AccountRow = {
  id: string
  user_id: string
  account_id: string
  provider_id: string
  password: string | null
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Date | null
  refresh_token_expires_at: Date | null
  scope: string | null
  created_at: Date
  updated_at: Date
}

export type VerificationRow = {
  id: string
  identifier: string
  value: string
  expires_at: Date
  created_at: Date
  updated_at: Date
}

export type RoleRow = {
  key: string
  name: NullableText
  permissions: string[]
  built_in: ColumnType<boolean, boolean | undefined>
  customised: ColumnType<boolean, boolean | undefined>
  requires_second_factor: ColumnType<boolean, boolean | undefined>
}

export type AuditRow = {
  id: string
  at: Date
  actor: string | null
  action: string
  subject: string | null
  before: NullableJson<unknown>
  after: NullableJson<unknown>
  network: string | null
}
