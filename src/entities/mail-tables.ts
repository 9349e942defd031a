import type { ColumnType } from 'kysely'
import type { Json } from './json-columns.ts'

// What is told to whom, and what mails come in.

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

/** What became of a mail of ours: kept has no mail server, held is from before a restore, dropped goes out no more (`last_error`). */
export const mailStates = ['pending', 'sending', 'sent', 'dead', 'kept', 'dropped', 'held'] as const
export type MailState = (typeof mailStates)[number]

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
  state: MailState
  tries: number
  next_try_at: Date
  leased_until: Date | null
  last_error: string | null
  created_at: Date
  sent_at: Date | null
}

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
  takes_from: ColumnType<Date, Date | undefined, Date>
}

/** By its trigger alone: see migration 0114. */
export type ForgottenMailRow = { hash: string; at: ColumnType<Date, Date | undefined> }

export type InboundMailRow = {
  id: string
  mailbox_id: string | null
  /** Null: it was left out, and its copy was given up. */
  raw: Buffer | null
  hash: string
  received_at: Date
  state: ColumnType<'received' | 'done' | 'failed', 'received', 'received' | 'done' | 'failed'>
  tries: ColumnType<number, number | undefined>
  /** When it is handled, or tried again; null: it is done, or was given up. */
  next_try_at: ColumnType<Date | null, Date | null | undefined>
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
