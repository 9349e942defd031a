/** A mail as it can be read, still a stranger's: nothing in it is believed. */
export type ParsedMail = {
  messageId: string | null
  /** In-Reply-To and References, each with its brackets: what it answers first, and what that answered after it. */
  references: readonly string[]
  /** null: no one mailbox is named, none at all or several. */
  from: { address: string; name: string } | null
  /** All whom it names as receivers, Delivered-To and the like included. */
  to: readonly string[]
  subject: string
  /** As people read it, then as it came. */
  text: string
  wholeText: string
  /** Cleaned; null where there is none. */
  html: string | null
  attachments: readonly MailAttachment[]
  /** It was too large to be fetched whole: the last attachment ends early, and there may have been more. */
  isCut: boolean
  headers: MailHeaders
  /** What it reports, where it is a report (RFC 6522): 'delivery-status', 'disposition-notification', 'feedback-report'. */
  report: string | null
}

export type MailAttachment = { name: string; type: string; content: Buffer; cid: string | null; inline: boolean }

/** Values by lower-case name, each as it stood, unfolded. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>

/** Where an answer was asked for, if that is not where it came from: nobody is answered there by us, but people may want to know. */
export function replyToElsewhere({ headers, from }: Pick<ParsedMail, 'headers' | 'from'>): string | null {
  const [address] = /[^\s<>"(),;:@]{1,64}@[^\s<>"(),;:@]{1,253}/u.exec(headerOf(headers, 'reply-to')) ?? []
  return address && address.toLowerCase() !== from?.address ? address : null
}

/** The first of that name, in lower case as the map has it; empty where there is none. */
export const headerOf = (headers: MailHeaders, name: string): string => headers.get(name)?.[0] ?? ''
