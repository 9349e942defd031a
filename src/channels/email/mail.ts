/**
 * The outbox's row as this channel reads it; what it says belongs to whoever put it in. Not taken from the tables of the desk, which
 * a channel does not know.
 */
export type Mail = {
  id: string
  ticket_number: number | null
  event_id: string | null
  interaction: string
  recipient_id: string | null
  address: string
  message_id: string
  says: unknown
  subject: string | null
  body_text: string | null
  body_html: string | null
  language: string | null
  state: 'pending' | 'sending' | 'sent' | 'dead' | 'kept' | 'dropped' | 'held'
  tries: number
  created_at: Date
}

/** One that is taken to be sent, or held; `version` is another one as soon as anybody else wrote the row. */
export type TakenMail = Mail & { version: string }

export type NewMail = {
  ticket: number | null
  event: string | null
  /** Where that event stands among all. */
  position?: number
  interaction: string
  /** null: an address that nobody has here yet. */
  recipient: string | null
  address: string
  says: object
  at: Date
  /** For an address that nobody proved to be theirs; `spare` mails are dropped where others wait. */
  rationed?: { spare: boolean }
}

/** A mail put into words for its recipient. */
export type Rendered = { subject: string; text: string; html: string; language: string }

/** What goes along with a mail; one with a `cid` is shown where the HTML names it. */
export type Attachment = { name: string; type: string; content: Buffer; cid?: string }
